using System.Globalization;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.Communities;

/// <summary>Makes communities as a test needs them, each apart from all others.</summary>
public sealed class CommunityWorld : World
{
    private int founded;

    /// <summary>Ines tends it, Ruth is in it.</summary>
    public async Task<Community> Found(Finding finding = Finding.Protected, Joining joining = Joining.Invitation, string questions = "")
    {
        var n = Interlocked.Increment(ref founded).ToString(CultureInfo.InvariantCulture);
        var community = await Found(Ines, $"Community {n}", $"community-{n}");
        await Writes.Do(async unit =>
        {
            var made = await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == community.Id);
            (made.Finding, made.Joining, made.Questions) = (finding, joining, questions);
        });
        await Join(Ruth, community);
        return await Read(db => db.The<Community>().SingleAsync(c => c.Id == community.Id));
    }

    public async Task<Visitor> Newcomer(string name = "Wen Li") => await Register(name, $"{Guid.NewGuid():N}@new.example");

    public Task<bool> IsMember(Visitor visitor, Community community) => Read(db =>
        db.The<Membership>().AnyAsync(m => m.CommunityId == community.Id && m.PersonId == visitor.Person.Id && m.LeftAt == null));

    public Task<bool> IsSteward(Visitor visitor, Community community) => Read(db =>
        db.The<Membership>().AnyAsync(m => m.CommunityId == community.Id && m.PersonId == visitor.Person.Id && m.LeftAt == null && m.StewardSince != null));

    public Task<string> Invitation(Community community, int? uses = 1, TimeSpan? lasts = null) => Writes.Do(unit =>
        Task.FromResult(unit.Invite(community.Id, Ines.Person.ActorId, unit.Now + (lasts ?? TimeSpan.FromDays(1)), uses).Token));

    public Task<Agreement> Agree(Community community, string title = "What is said here stays here", string text = "We carry no stories out.") =>
        Writes.Do(unit => Task.FromResult(unit.WriteAgreement(community.Id, Ines.Person.ActorId, title, text)));

    public Task<List<QueuedMail>> MailTo(Visitor visitor) => Read(db =>
        db.The<QueuedMail>().Where(m => m.To == visitor.Person.Email).OrderBy(m => m.Id).ToListAsync());

    public Task<int> Journaled(string verb, Community community) => Read(db =>
        db.The<JournalEntry>().CountAsync(j => j.Verb == verb && j.CommunityId == community.Id));
}
