using Npgsql;

namespace Leaderful.Data;

/// <summary>
/// What nodes tell each other in passing and nobody keeps: it comes to their <see cref="Signals"/>, or is lost. On SQLite there is
/// only one node, which has nobody to tell.
/// </summary>
public sealed class Passing(NpgsqlDataSource? source = null)
{
    /// <summary>PostgreSQL refuses a notification that is longer.</summary>
    public const int Longest = 7_900;

    public bool IsAlone => source is null;

    public async Task Tell(IReadOnlyCollection<string> words, CancellationToken stop)
    {
        if (source is null || words.Count == 0) return;
        await using var command = source.CreateCommand("SELECT pg_notify($1, word) FROM unnest($2) AS word");
        command.Parameters.Add(new NpgsqlParameter { Value = PostgresWrites.NotifyChannel });
        command.Parameters.Add(new NpgsqlParameter { Value = words.ToArray() });
        await command.ExecuteNonQueryAsync(stop);
    }
}
