using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>The one model. Each room maps its own entities beside them, in an <c>IEntityTypeConfiguration</c>.</summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    public DbSet<T> The<T>() where T : class => Set<T>();

    /// <summary>For plain statements. EF would make its model before it told it.</summary>
    public virtual DbConnection Connection => Database.GetDbConnection();

    /// <summary>An id as this database keeps it, for plain statements.</summary>
    public abstract object Raw(Guid id);

    public abstract Guid ReadId(DbDataReader reader, int column);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var key in entity.GetForeignKeys())
                key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, KeepingConnection? connection = null, SqliteReads? lender = null) : Db(options)
{
    public override DbConnection Connection => connection ?? base.Connection;

    /// <summary>Whether somebody reads with it now.</summary>
    public bool IsLent { get; set; }

    public void Close()
    {
        base.Dispose();
        Connection.Dispose();
    }

    public override void Dispose()
    {
        if (lender is null) base.Dispose();
        else if (!lender.TakeBack(this)) Close();
    }

    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose", Justification = "Dispose decides whether it is given back.")]
    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public override object Raw(Guid id) => id.ToByteArray(true);

    public override Guid ReadId(DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), true);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.HaveIds(typeof(IdToBytes<>));
    }
}

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    public override object Raw(Guid id) => id;

    public override Guid ReadId(DbDataReader reader, int column) => reader.GetGuid(column);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.HaveIds(typeof(IdToGuid<>));
    }
}
