using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Leaderful.Data;

/// <summary>
/// Writes rows of one kind at once within a unit, as the model maps them: a prepared statement on SQLite, COPY on PostgreSQL
/// for many new ones. For imports and for replies, where EF's tracking of each row costs more than the row. What they refer to
/// must be there already: nothing that was only added to the context is.
/// </summary>
public static class BulkRows
{
    private const int WorthCopying = 10;

    private static readonly ConditionalWeakTable<IEntityType, Plan> Plans = [];

    public static async Task Insert<T>(this Unit unit, IReadOnlyCollection<T> rows) where T : class
    {
        if (rows.Count == 0) return;
        var plan = For<T>(unit.Db);
        if (rows.Count >= WorthCopying && unit.Db.Connection is NpgsqlConnection postgres) await Copy(postgres, plan, rows);
        else await Each(unit.Db, plan.Insert, plan, rows);
    }

    /// <summary>Writes every column of rows that are there already. Whoever calls holds them.</summary>
    public static async Task Update<T>(this Unit unit, IReadOnlyCollection<T> rows) where T : class
    {
        var plan = For<T>(unit.Db);
        await Each(unit.Db, plan.Update, plan, rows);
    }

    private static Plan For<T>(Db db) => Plans.GetValue(db.Model.FindEntityType(typeof(T))!, entity => new Plan(entity));

    private static async Task Each<T>(Db db, string sql, Plan plan, IReadOnlyCollection<T> rows) where T : class
    {
        await using var command = db.Statement(sql, plan.Furnish);
        try
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < plan.Columns.Length; i++) command.Parameters[i].Value = plan.Columns[i].ValueOf(row) ?? DBNull.Value;
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (DbException failure)
        {
            // As SaveChanges says it, so that whoever asks whether an id was taken need not know how the row was written.
            throw new DbUpdateException(failure.Message, failure);
        }
    }

    private static async Task Copy<T>(NpgsqlConnection connection, Plan plan, IReadOnlyCollection<T> rows) where T : class
    {
        await using var importer = await connection.BeginBinaryImportAsync(plan.Copy);
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            foreach (var column in plan.Columns)
            {
                if (column.ValueOf(row) is { } value) await importer.WriteAsync(value, column.StoreType);
                else await importer.WriteNullAsync();
            }
        }
        await importer.CompleteAsync();
    }

    /// <summary>How the rows of one kind are written, worked out once for each model.</summary>
    private sealed class Plan
    {
        public Plan(IEntityType entity)
        {
            Columns = [.. entity.GetProperties().Select(Column.Of)];
            var (table, names) = ($"\"{entity.GetTableName()}\"", string.Join(", ", Columns.Select(c => $"\"{c.Name}\"")));
            Insert = $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", Columns.Select(c => c.Placeholder))})";
            Update = $"UPDATE {table} SET {string.Join(", ", Pairs(isKey: false))} WHERE {string.Join(" AND ", Pairs(isKey: true))}";
            Copy = $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)";
        }

        public Column[] Columns { get; }
        public string Insert { get; }
        public string Update { get; }
        public string Copy { get; }

        public void Furnish(DbCommand command)
        {
            foreach (var column in Columns) command.Parameters.Add(column.Parameter(command));
        }

        private IEnumerable<string> Pairs(bool isKey) => Columns.Where(c => c.IsKey == isKey).Select(c => $"\"{c.Name}\" = {c.Placeholder}");
    }

    private sealed record Column(string Name, string Placeholder, string StoreType, bool IsKey, Func<object, object?> ValueOf)
    {
        public DbParameter Parameter(DbCommand command)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Placeholder;
            if (parameter is NpgsqlParameter postgres) postgres.DataTypeName = StoreType;
            return parameter;
        }

        public static Column Of(IProperty property, int place)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return new Column(property.GetColumnName(), FormattableString.Invariant($"@p{place}"), property.GetColumnType(), property.IsPrimaryKey(), row =>
                getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null);
        }
    }
}
