using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Rounds;

/// <summary>Somebody never wants to be paired with somebody else, in any round. Nobody but they can read it, and nobody is told.</summary>
public sealed class KeptApart
{
    public Id<Person> PersonId { get; init; }
    public Id<Person> OtherId { get; init; }
    public DateTime At { get; init; }
}

public sealed class KeptApartMapping : IEntityTypeConfiguration<KeptApart>
{
    public void Configure(EntityTypeBuilder<KeptApart> builder)
    {
        builder.ToTable("kept_apart");
        builder.HasKey(k => new { k.PersonId, k.OtherId });
        builder.HasIndex(k => k.OtherId);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.OtherId);
    }
}

/// <summary>As they see it themselves.</summary>
public sealed record OneApart(Id<Person> OtherId, string Name);

public static class KeepingApart
{
    /// <summary>There is no journal row: it is nobody else's to know.</summary>
    public static async Task KeepApart(this Unit unit, Id<Person> me, Id<Person> other)
    {
        if (await unit.Db.The<KeptApart>().AnyAsync(k => k.PersonId == me && k.OtherId == other)) return;
        unit.Db.Add(new KeptApart { PersonId = me, OtherId = other, At = unit.Now });
    }

    public static async Task<bool> StopKeepingApart(this Unit unit, Id<Person> me, Id<Person> other) =>
        await unit.Db.The<KeptApart>().Where(k => k.PersonId == me && k.OtherId == other).ExecuteDeleteAsync() == 1;

    public static Task<List<OneApart>> ApartOf(this Db db, Id<Person> me) => (
        from k in db.The<KeptApart>()
        join a in db.The<Actor>() on k.OtherId equals a.PersonId
        where k.PersonId == me
        orderby a.Name, a.Id
        select new OneApart(k.OtherId, a.Name)).ToListAsync();
}
