using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Agreements;

public static class Agreeing
{
    /// <summary>The box is ticked, and what was shown beside it is what holds now.</summary>
    public static void CheckAgreed(this Form form, IReadOnlyList<Agreed> now, Words words)
    {
        if (now.Count == 0) return;
        if (!now.Select(a => a.Key).ToHashSet(StringComparer.Ordinal).SetEquals(form.All("agreed"))) form.Refuse("agree", words["agreements.changed-meanwhile"]);
        else if (form["agree"] != "yes") form.Refuse("agree", words["agreements.not-ticked"]);
    }

    /// <summary>The person accepts exactly what they were shown; what changed since will be asked on their next visit.</summary>
    public static async Task Accept(this Unit unit, Id<Community> community, Person person, IReadOnlyList<Agreed> shown)
    {
        var before = await unit.Db.The<Acceptance>().Where(a => a.CommunityId == community && a.PersonId == person.Id).ToListAsync();
        foreach (var agreement in shown.Where(s => !before.Any(b => b.AgreementId == s.Id && b.Version == s.Version)))
        {
            unit.Db.Add(new Acceptance
            {
                AgreementId = agreement.Id, Version = agreement.Version, PersonId = person.Id, CommunityId = community, At = unit.Now,
            });
            unit.Journal(person.ActorId, "agreement.accepted", agreement.Id.Value, community);
        }
        if (await unit.MembershipOf(community, person.Id) is { } membership) membership.Agree();
        unit.Tell(Streams.Of(person.Id));
    }
}
