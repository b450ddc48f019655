using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.ICalendar;
using Leaderful.Mail;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Gatherings.Calendars;

/// <summary>What a feed shows now: what its person may see today, and nothing once they may not.</summary>
public sealed class FeedReading(Db db, TimeProvider time, InstanceAddress address, MessageWriter mail, Languages languages)
{
    private const int Most = 1000;
    private static readonly TimeSpan Back = TimeSpan.FromDays(120);
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    /// <summary>The link an address carries; nothing for one that is made up or was ended.</summary>
    public async Task<Id<CapabilityLink>?> Whose(string token) => (await db.FindLink(token, LinkPurpose.CalendarFeed, time.Utc()))?.Id;

    public async Task<byte[]?> Read(string token, HttpContext context)
    {
        if (await db.FindLink(token, LinkPurpose.CalendarFeed, time.Utc()) is not { } link) return null;
        var feed = await db.The<CalendarFeed>().SingleOrDefaultAsync(f => f.LinkId == link.Id);
        if (feed is null || await db.SessionOf(feed.PersonId) is not { } person) return null;
        var here = person.Communities.Where(c => (feed.CommunityId is null || c.Id == feed.CommunityId) && !AgreementGate.KeepsFromReading(c, time.Utc())).ToList();
        var gatherings = await db.GatheringsOf(person, feed.Whose, [.. here.Select(c => c.Id)], time.Utc() - Back, Most);
        var origin = await address.Known() ?? await address.For(context);
        var words = languages.Best(person.Language);
        return new CalendarDocument
        {
            ProductId = CalendarWriting.ProductId,
            Method = CalendarMethod.Publish,
            Name = feed.CommunityId is not null && here is [var only] ? only.Name : words["gatherings.feeds.name"],
            RefreshInterval = Often,
            Events =
            [
                .. gatherings.Select(g => g.ToEvent(new CalendarPlace(origin, mail.Domain, person.In(g.CommunityId)!.Path))).OfType<CalendarEvent>(),
                .. (feed.Whose == Gatherings.Whose.Circles ? [] : await db.MeetingsOf(person.ActorId, [.. here.Select(c => c.Id)], time.Utc() - Back, Most)).Select(m => m.One.ToEvent(m.Sequence, mail.Domain, words.Say("one-to-ones.with-name", ("name", m.With.Length > 0 ? m.With : words["one-to-ones.gone"])), time.Utc())),
            ],
        }.Write();
    }
}
