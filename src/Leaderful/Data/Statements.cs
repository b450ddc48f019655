using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Leaderful.Data;

/// <summary>Plain statements on the context's own connection and transaction, for the few writes that are most of the load.</summary>
public static class Statements
{
    public static DbCommand Statement(this Db db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        return command;
    }

    /// <summary>On SQLite it always is; on PostgreSQL it stays so until the context is given back.</summary>
    public static ValueTask Open(this Db db) =>
        db.Database.GetDbConnection().State == ConnectionState.Open ? ValueTask.CompletedTask : new(db.Database.OpenConnectionAsync());

    public static DateTime ReadTime(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static void Give(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
