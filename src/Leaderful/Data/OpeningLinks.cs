using Leaderful.Accounts;
using Leaderful.Communities;

namespace Leaderful.Data;

/// <summary>What a link about one thing lets its holder do, and until when; whose it is, where it is one person's.</summary>
public sealed record LinkWish(LinkPurpose Purpose, Id<Community> Community, Id<Thing> About, DateTime Until)
{
    public Id<Person>? To { get; init; }
    public string? Email { get; init; }
    public int? MaxUses { get; init; }

    /// <summary>Whoever has it made; letters are the house's.</summary>
    public Id<Actor> By { get; init; } = Actor.House;
}

public static class OpeningLinks
{
    /// <summary>The token, which is nowhere else: the database keeps only its hash.</summary>
    public static string OpenLink(this Unit unit, LinkWish wish)
    {
        var token = CapabilityLink.NewToken();
        unit.Db.Add(new CapabilityLink
        {
            Id = Id<CapabilityLink>.New(), TokenHash = CapabilityLink.Hash(token), Purpose = wish.Purpose, PersonId = wish.To, CommunityId = wish.Community, ThingId = wish.About,
            Email = wish.Email, CreatedById = wish.By, CreatedAt = unit.Now, ExpiresAt = wish.Until, MaxUses = wish.MaxUses,
        });
        return token;
    }
}
