using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Letters;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Reviews;

/// <summary>A letter the day before a review, to those who hold the space and those with something open from it. Where the day was moved, the letter of the new one counts.</summary>
public sealed class ReviewReminding(Writes writes, Letterheads letterheads) : LetterWork<Review>(writes, letterheads)
{
    public const string KindOfWork = "review.remind";

    /// <summary>A morning for most who are near the house's own clock.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    public override string Kind => KindOfWork;

    public static DateTime Before(DateOnly day) => day.AddDays(-1).ToDateTime(Morning, DateTimeKind.Utc);

    protected override Task Write(Unit unit, Letterhead paper, Id<Review> about, DateTime due) => unit.RemindOf(paper, about, due);
}

public static class ReviewLetters
{
    /// <summary>Where it is more than a day away.</summary>
    internal static void RemindOf(this Unit unit, Review review)
    {
        if (ReviewReminding.Before(review.Day) is var due && due > unit.Now) unit.Enqueue(ReviewReminding.KindOfWork, review.Id.Value, due);
    }

    public static async Task RemindOf(this Unit unit, Letterhead paper, Id<Review> id, DateTime due)
    {
        if (await unit.Db.The<Review>().AsTracking().SingleOrDefaultAsync(r => r.Id == id) is not { HeldAt: null } review) return;
        if (ReviewReminding.Before(review.Day) != due || review.RemindedFor == review.Day || Day.IsOver(review.Day, unit.Now)) return;
        if (await unit.Db.The<Gathering>().SingleOrDefaultAsync(g => g.Id == review.SpaceId.As<Gathering>()) is not { CancelledAt: null } gathering) return;
        var open = (await unit.Db.OpenAt(review.SpaceId)).ToLookup(c => c.DoerId);
        var community = await Letterhead.Of(unit, review.CommunityId);
        foreach (var person in await unit.Db.ToRemindOf(review.SpaceId, [.. open.Select(o => o.Key)])) unit.Send(Letter(paper, community, gathering, review, person, [.. open[person.ActorId]]));
        review.Reminded();
    }

    private static Task<List<Commitment>> OpenAt(this Db db, Id<Space> space) => db.PromisedAt(space)
        .Where(c => c.AcceptedAt != null && c.KeptAt == null && c.ReleasedAt == null && db.The<Thing>().Any(t => t.Id == c.Id.As<Thing>() && t.DeletedAt == null)).OrderBy(c => c.Id).ToListAsync();

    /// <summary>Each once, whatever they hold and however much they promised.</summary>
    private static Task<List<Person>> ToRemindOf(this Db db, Id<Space> space, List<Id<Actor>> doers) => db.SeenBy(space.As<Gathering>())
        .Where(p => p.RemindersStoppedAt == null && (doers.Contains(p.ActorId)
            || db.The<SpaceRole>().Any(r => r.SpaceId == space && r.ActorId == p.ActorId && r.LeftAt == null && r.Part != SpacePart.Scribe))).ToListAsync();

    private static Letter Letter(Letterhead paper, Community community, Gathering gathering, Review review, Person person, IReadOnlyList<Commitment> own)
    {
        var words = paper.For(person);
        return new Letter(words, person.Email, words.Say("reviews.mail.subject", ("title", gathering.Title)))
        {
            FromName = community.Name,
            About = review.Id.Value,
            Body =
            [
                words.Say("reviews.mail.what", ("title", gathering.Title), ("community", community.Name), ("day", review.Day.ToString("d MMMM", words.Culture))),
                .. own.Count > 0 ? [words["reviews.mail.promised"], .. own.Select(c => c.What)] : Array.Empty<string>(),
            ],
            Link = new LetterLink(words["reviews.mail.open"], $"{paper.Origin}{community.Path}/gatherings/{gathering.Id}/reviews"),
            After = [words["reviews.mail.why"], words.Say("commitments.mail.stop", ("address", $"{paper.Origin}/me"))],
        };
    }
}
