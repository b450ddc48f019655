using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Leaderful.Data;

/// <summary>
/// Writes many rows of one kind within a unit, as the model maps them: a prepared statement on SQLite, COPY on PostgreSQL
/// for new ones. For imports, where EF's tracking of each row costs more than the row.
/// </summary>
public static class BulkRows
{
    public static async Task Insert<T>(this Unit unit, IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        var entity = unit.Db.Model.FindEntityType(typeof(T))!;
        var columns = Column.Of(entity);
        if (unit.Db.Database.GetDbConnection() is NpgsqlConnection postgres) await Copy(postgres, entity, columns, rows);
        else await Prepared(unit.Db, entity, columns, rows);
    }

    /// <summary>Writes every column of rows that are there already. Whoever calls holds them.</summary>
    public static async Task Update<T>(this Unit unit, IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        var entity = unit.Db.Model.FindEntityType(typeof(T))!;
        var columns = Column.Of(entity);
        var (keys, others) = (Pairs(columns, isKey: true), Pairs(columns, isKey: false));
        await Each(unit.Db, $"UPDATE \"{entity.GetTableName()}\" SET {string.Join(", ", others)} WHERE {string.Join(" AND ", keys)}", columns, rows);
    }

    private static IEnumerable<string> Pairs(Column[] columns, bool isKey) =>
        columns.Select((c, i) => (c, i)).Where(p => p.c.IsKey == isKey).Select(p => $"\"{p.c.Name}\" = @p{p.i}");

    private static Task Prepared<T>(Db db, IEntityType entity, Column[] columns, IReadOnlyCollection<T> rows) where T : class =>
        Each(db, $"INSERT INTO \"{entity.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", columns, rows);

    private static async Task Each<T>(Db db, string sql, Column[] columns, IReadOnlyCollection<T> rows) where T : class
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.Transaction, command.CommandText) = (db.Database.CurrentTransaction?.GetDbTransaction(), sql);
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(columns[i].Parameter(command, $"@p{i}"));
        await command.PrepareAsync();
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

    private sealed record Column(string Name, string StoreType, bool IsKey, Func<object, object?> ValueOf)
    {
        public static Column[] Of(IEntityType entity) => [.. entity.GetProperties().Select(Of)];

        public DbParameter Parameter(DbCommand command, string name)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            if (parameter is NpgsqlParameter postgres) postgres.DataTypeName = StoreType;
            return parameter;
        }

        private static Column Of(IProperty property)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return new Column(property.GetColumnName(), property.GetColumnType(), property.IsPrimaryKey(), row =>
                getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null);
        }
    }
}
