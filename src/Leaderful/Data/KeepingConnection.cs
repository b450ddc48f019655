using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Leaderful.Data;

/// <summary>
/// A connection that keeps the statements it has compiled. SQLite compiles SQL where it is used, which for a small query is
/// most of its work, and EF throws every command away after one use. One thread at a time, as any connection.
/// </summary>
public sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Queries over lists come in many lengths; what is rare need not stay.</summary>
    private const int Most = 300;

    private readonly Dictionary<string, Stack<SqliteCommand>> ready = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> standing = new(StringComparer.Ordinal);
    private int kept;

    public bool IsInTransaction => Transaction is not null;

    public override SqliteCommand CreateCommand() => new Command { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>One command for the same text again and again, with the parameters it was given the first time.</summary>
    public SqliteCommand Standing(string sql, Action<SqliteCommand> furnish)
    {
        if (!standing.TryGetValue(sql, out var command))
        {
            standing[sql] = command = new Lasting { CommandText = sql, Connection = this };
            furnish(command);
        }
        (command.Transaction, command.CommandTimeout) = (Transaction, DefaultTimeout);
        return command;
    }

    private SqliteCommand Take(string sql)
    {
        if (!ready.TryGetValue(sql, out var those) || !those.TryPop(out var command)) return new SqliteCommand(sql, this);
        kept--;
        return command;
    }

    private void Keep(SqliteCommand command)
    {
        if (kept >= Most) Forget();
        command.Parameters.Clear();
        if (!ready.TryGetValue(command.CommandText, out var those)) ready[command.CommandText] = those = new();
        those.Push(command);
        kept++;
    }

    private void Forget()
    {
        foreach (var command in ready.Values.SelectMany(those => those)) command.Dispose();
        ready.Clear();
        kept = 0;
    }

    /// <summary>Outlives its uses: its connection lets go of it.</summary>
    [SuppressMessage("Usage", "CA2215", Justification = "Its connection, when it closes, lets go of what was compiled.")]
    private sealed class Lasting : SqliteCommand
    {
        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Runs as the kept command of the same text, which goes back when this one is disposed.</summary>
    private sealed class Command : SqliteCommand
    {
        private SqliteCommand? inner;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            GiveBack();
            inner = ((KeepingConnection)Connection!).Take(CommandText);
            (inner.Transaction, inner.CommandTimeout) = (Transaction, CommandTimeout);
            foreach (SqliteParameter parameter in Parameters) inner.Parameters.Add(parameter);
            return inner.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) GiveBack();
            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            if (inner is { } used && Connection is KeepingConnection connection) connection.Keep(used);
            inner = null;
        }
    }
}
