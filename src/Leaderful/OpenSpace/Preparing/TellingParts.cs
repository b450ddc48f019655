using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Letters;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>
/// A line to those who hold an Open Space when somebody takes a part in it for themselves, or is given one once it is closed: so that nobody
/// comes among them unnoticed.
/// </summary>
public sealed class TellingParts(Writes writes, Letterheads letterheads) : LetterWork<SpaceRole>(writes, letterheads)
{
    public const string KindOfWork = "space.part";

    /// <summary>What is taken back at once is not told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public override string Kind => KindOfWork;

    protected override Task Write(Unit unit, Letterhead paper, Id<SpaceRole> about, DateTime due) => unit.TellPart(paper, about);
}

public static class PartLetters
{
    internal static void TellOf(this Unit unit, Space space, SpaceRole role)
    {
        if (role.Part != SpacePart.Scribe && (role.GivenById == role.ActorId || space.Stage >= Stage.Closed)) unit.Enqueue(TellingParts.KindOfWork, role.Id.Value, unit.Now + TellingParts.Patience);
    }

    /// <summary>What was taken again meanwhile is not told.</summary>
    public static async Task TellPart(this Unit unit, Letterhead paper, Id<SpaceRole> id)
    {
        if (await unit.Db.The<SpaceRole>().SingleOrDefaultAsync(r => r.Id == id && r.LeftAt == null) is not { } role) return;
        var gathering = await unit.Db.The<Gathering>().SingleAsync(g => g.Id == role.SpaceId.As<Gathering>());
        var community = await Letterhead.Of(unit, role.CommunityId);
        var names = await unit.Db.The<Actor>().Where(a => a.Id == role.ActorId || a.Id == role.GivenById).ToDictionaryAsync(a => a.Id, a => a.Name);
        foreach (var person in await unit.Db.Others(role))
        {
            var words = paper.For(person);
            unit.Send(new Letter(words, person.Email, words.Say("preparing.mail.subject", ("title", gathering.Title)))
            {
                FromName = community.Name,
                About = role.Id.Value,
                Body = [words.Say($"preparing.mail.{role.Part.Key()}", ("name", names[role.ActorId]), ("title", gathering.Title), ("by", names[role.GivenById]))],
                Link = new LetterLink(words["preparing.mail.open"], $"{paper.Origin}{community.Path}/gatherings/{gathering.Id}/preparing"),
                After = [words["preparing.mail.why"]],
            });
        }
    }

    /// <summary>Sponsors, facilitators and whoever called it, but for those two.</summary>
    private static Task<List<Person>> Others(this Db db, SpaceRole role) => db.SeenBy(role.SpaceId.As<Gathering>())
        .Where(p => p.ActorId != role.ActorId && p.ActorId != role.GivenById
            && (db.The<SpaceRole>().Any(r => r.SpaceId == role.SpaceId && r.ActorId == p.ActorId && r.LeftAt == null && r.Part != SpacePart.Scribe)
                || db.The<Thing>().Any(t => t.Id == role.SpaceId.As<Thing>() && t.AuthorId == p.ActorId))).ToListAsync();
}
