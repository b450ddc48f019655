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

    /// <summary>
    /// On SQLite it always is. On PostgreSQL it is given back once the question is answered: whoever has read, and waits to write,
    /// must not hold what others need to write, or of many who come at once each waits for the others.
    /// </summary>
    public static async ValueTask<OpenConnection> Open(this Db db)
    {
        if (db.Connection.State == ConnectionState.Open) return default;
        await db.Database.OpenConnectionAsync();
        return new(db as PostgresDb);
    }

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
