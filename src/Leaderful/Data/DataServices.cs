using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Leaderful.Data;

public static class DataServices
{
    /// <summary>SQLite in the data folder, or PostgreSQL where <c>Leaderful:Postgres</c> names one.</summary>
    public static void AddData(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<Signals>();
        services.AddSingleton(s => new Passing(s.GetService<NpgsqlDataSource>()));
        if (settings.Postgres is { Length: > 0 } postgres) AddPostgres(services, postgres);
        else AddSqlite(services, SqliteDatabase.ConnectionString(settings.DatabaseFile));
        Directory.CreateDirectory(settings.DataFolder);
    }

    private static void AddSqlite(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new SqliteReads(connectionString));
        services.AddScoped<Db>(s => s.GetRequiredService<SqliteReads>().Take());
        services.AddSingleton<Writes>(s => new SqliteWrites(connectionString, s.GetRequiredService<Signals>(), s.GetRequiredService<TimeProvider>()));
    }

    private static void AddPostgres(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Answering(connectionString)));
        services.AddPooledDbContextFactory<PostgresDb>((s, options) => options
            .UseNpgsql(s.GetRequiredService<NpgsqlDataSource>())
            .UseIds()
            .LeaveLogging()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddScoped<Db>(s => s.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
        services.AddSingleton<Writes>(s => new PostgresWrites(s.GetRequiredService<IDbContextFactory<PostgresDb>>(), s.GetRequiredService<Signals>(), s.GetRequiredService<TimeProvider>()));
        services.AddHostedService<PostgresSignals>();
    }

    /// <summary>
    /// All we ask is small: compiling a question to machine code, as PostgreSQL may, took longer than its answer, and so did
    /// planning one that was asked a moment ago. A connection string that says otherwise (<c>Max Auto Prepare=0</c> behind a
    /// pool that cannot have it) is heard. Where one side vanishes without a word, as a machine does that loses its power, the
    /// other notices within half a minute: or it would listen to nothing, and what a dead node held would be held for hours.
    /// </summary>
    private static string Answering(string connectionString)
    {
        const string noticing = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c idle_in_transaction_session_timeout=60s";
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = $"-c jit=off {noticing} {settings.Options}".TrimEnd();
        if (!settings.ShouldSerialize("Tcp Keepalive")) (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 10, 5);
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }

    public static async Task MigrateData(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // EF's lock for migrating lies in a table, where a killed process leaves it for ever; so it is only taken when there is work.
        if (!await db.IsMigrated()) await db.Database.MigrateAsync();
    }
}
