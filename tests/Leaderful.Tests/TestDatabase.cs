using Leaderful.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Leaderful.Tests;

/// <summary>
/// A database of the test's own: a SQLite file, or a PostgreSQL database where LEADERFUL_TEST_POSTGRES says how to reach a
/// server. Every test runs on both, each in its own process. The tables are made once and copied for each test.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("LEADERFUL_TEST_POSTGRES");

    private static readonly Lazy<Task<TestDatabase>> Migrated = new(Migrate);

    private readonly string name = $"t_{Guid.NewGuid():N}";

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    public string Folder { get; } = Directory.CreateTempSubdirectory("leaderful-").FullName;

    public string Postgres => IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString() : "";

    private Settings Settings => new() { DataFolder = Folder, Postgres = Postgres };

    public async Task Create()
    {
        var model = await Migrated.Value;
        if (IsPostgres) await OnServer($"CREATE DATABASE {name} TEMPLATE {model.name}");
        else File.Copy(model.Settings.DatabaseFile, Settings.DatabaseFile);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres) await OnServer($"DROP DATABASE {name} WITH (FORCE)");
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> Migrate()
    {
        var model = new TestDatabase();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(model.Folder, recursive: true);
        if (IsPostgres) await OnServer($"CREATE DATABASE {model.name}");
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddData(model.Settings);
        await using (var provider = services.BuildServiceProvider()) await provider.MigrateData();
        // Nobody may be connected to what is copied, and nothing may be left in SQLite's log.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return model;
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
