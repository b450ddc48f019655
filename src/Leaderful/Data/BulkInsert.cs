using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Leaderful.Data;

/// <summary>
/// Writes many new rows of one kind within a unit, as the model maps them: a prepared statement on SQLite, COPY on
/// PostgreSQL. For imports; EF's own tracking and batching took five times as long.
/// </summary>
public static class BulkInsert
{
    public static async Task Insert<T>(this Unit unit, IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        var entity = unit.Db.Model.FindEntityType(typeof(T))!;
        var columns = Column.Of(entity);
        if (unit.Db.Database.GetDbConnection() is NpgsqlConnection postgres) await Copy(postgres, entity, columns, rows);
        else await Prepared(unit.Db, entity, columns, rows);
    }

    private static async Task Prepared<T>(Db db, IEntityType entity, Column[] columns, IReadOnlyCollection<T> rows) where T : class
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task Copy<T>(NpgsqlConnection connection, IEntityType entity, Column[] columns, IReadOnlyCollection<T> rows) where T : class
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY \"{entity.GetTableName()}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value) await importer.WriteAsync(value, column.StoreType);
                else await importer.WriteNullAsync();
            }
        }
        await importer.CompleteAsync();
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private sealed record Column(string Name, string StoreType, Func<object, object?> ValueOf)
    {
        public static Column[] Of(IEntityType entity) => [.. entity.GetProperties().Select(Of)];

        private static Column Of(IProperty property)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return new Column(property.GetColumnName(), property.GetColumnType(), row =>
                getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null);
        }
    }
}
