using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>Plain statements on the context's own connection and transaction, for the few writes that are most of the load.</summary>
public static class Statements
{
    public static DbCommand Statement(this Db db, string sql)
    {
        var command = db.Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>A statement that is run often: on SQLite it stays, with its parameters, as long as its connection.</summary>
    public static DbCommand Statement(this Db db, string sql, Action<DbCommand> furnish)
    {
        if (db.Connection is KeepingConnection keeping) return keeping.Standing(sql, furnish);
        var command = db.Statement(sql);
        furnish(command);
        return command;
    }

    /// <summary>On SQLite it always is; on PostgreSQL it stays so until the context is given back.</summary>
    public static ValueTask Open(this Db db) =>
        db.Connection.State == ConnectionState.Open ? ValueTask.CompletedTask : new(db.Database.OpenConnectionAsync());

    public static void Give(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    public static void Want(this DbCommand command, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>The values of what it wants, in the same order.</summary>
    public static void Fill(this DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
