using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Care;

/// <summary>Somebody would rather not read somebody else here. It folds for them alone, and nobody is told.</summary>
[Entity]
public sealed class SetAside
{
    public Id<SetAside> Id { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Actor> OtherId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public DateTime At { get; init; }
}

/// <summary>Whom somebody would rather not read, and where.</summary>
public sealed record Aside(Id<Community> In, Id<Actor> Other);

/// <summary>As they see it themselves.</summary>
public sealed record OneAside(Id<SetAside> Id, string Name, string Community);

public sealed class SetAsideMapping : IEntityTypeConfiguration<SetAside>
{
    public void Configure(EntityTypeBuilder<SetAside> builder)
    {
        builder.ToTable("set_aside");
        builder.HasIndex(s => new { s.PersonId, s.CommunityId, s.OtherId }).IsUnique();
        builder.HasIndex(s => s.OtherId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.OtherId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
    }
}

public static class SettingAside
{
    /// <summary>There is no journal row: whom somebody would rather not read is nobody else's to know.</summary>
    public static async Task PutAside(this Unit unit, Session me, Id<Actor> other, Id<Community> community)
    {
        // One at a time for one person, so that pressing twice is pressing once.
        await unit.Db.The<Person>().Where(p => p.Id == me.PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.CreatedAt, x => x.CreatedAt));
        if (await unit.Db.The<SetAside>().AnyAsync(s => s.PersonId == me.PersonId && s.CommunityId == community && s.OtherId == other)) return;
        unit.Db.Add(new SetAside { Id = Id<SetAside>.New(), PersonId = me.PersonId, OtherId = other, CommunityId = community, At = unit.Now });
        unit.Tell(Streams.Of(me.PersonId));
    }

    public static async Task<bool> TakeUp(this Unit unit, Session me, Id<SetAside> id)
    {
        unit.Tell(Streams.Of(me.PersonId));
        return await unit.Db.The<SetAside>().Where(s => s.Id == id && s.PersonId == me.PersonId).ExecuteDeleteAsync() == 1;
    }

    /// <summary>Known with the session: asked anew it would be a query more for every page of posts.</summary>
    public static Task<List<Aside>> SetAsideBy(this Db db, Id<Person> person) =>
        db.The<SetAside>().Where(s => s.PersonId == person).Select(s => new Aside(s.CommunityId, s.OtherId)).ToListAsync();

    public static Task<List<OneAside>> AsideOf(this Db db, Session me) => (
        from s in db.The<SetAside>()
        join other in db.The<Actor>() on s.OtherId equals other.Id
        join community in db.The<Community>() on s.CommunityId equals community.Id
        where s.PersonId == me.PersonId
        orderby community.Name, other.Name
        select new OneAside(s.Id, other.Name, community.Name)).ToListAsync();
}
