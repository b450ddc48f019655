using Npgsql;

namespace Leaderful.Tests;

/// <summary>
/// A database of the test's own: a SQLite file, or a PostgreSQL database where LEADERFUL_TEST_POSTGRES says how to reach a
/// server. Every test runs on both, each in its own process.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("LEADERFUL_TEST_POSTGRES");

    private readonly string name = $"t_{Guid.NewGuid():N}";

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    public string Folder { get; } = Directory.CreateTempSubdirectory("leaderful-").FullName;

    public string Postgres => IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString() : "";

    public async Task Create()
    {
        if (IsPostgres) await OnServer($"CREATE DATABASE {name}");
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres) await OnServer($"DROP DATABASE {name} WITH (FORCE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
