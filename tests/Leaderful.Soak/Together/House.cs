using Npgsql;

namespace Leaderful.Soak.Together;

/// <summary>A data folder, or a database of its own, with a community, pages in it and somebody's cookie.</summary>
public sealed class House : IAsyncDisposable
{
    public required Settings Settings { get; init; }
    public IReadOnlyList<string> Pages { get; private set; } = [];
    public string Cookie { get; private set; } = "";

    public static async Task<House> Open(string postgres, int pages, string? within = null)
    {
        var own = within ?? Directory.CreateTempSubdirectory("leaderful-pages-").FullName;
        var house = new House { Settings = new Settings { DataFolder = own, Postgres = await Database(postgres) } };
        await using var instance = await Instance.Open(house.Settings);
        await instance.Found();
        (house.Cookie, house.Pages) = await instance.BeginPages(pages);
        return house;
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Settings.DataFolder)) Directory.Delete(Settings.DataFolder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> Database(string postgres)
    {
        if (postgres.Length == 0) return "";
        var own = $"pages_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {own}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = own, MaxPoolSize = 20 }.ToString();
    }
}
