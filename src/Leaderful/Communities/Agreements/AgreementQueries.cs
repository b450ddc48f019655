using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Agreements;

/// <summary>An agreement as it reads now.</summary>
public sealed record Agreed(Id<Agreement> Id, int Version, string Title, string Text, string Html, DateTime WrittenAt)
{
    /// <summary>How a form names what was shown, so that nobody accepts what they have not seen.</summary>
    public string Key => $"{Id}:{Version}";
}

public static class AgreementQueries
{
    public static Task<List<Agreed>> AgreementsOf(this Db db, Id<Community> community) => (
        from agreement in db.The<Agreement>()
        join version in db.The<AgreementVersion>() on new { agreement.Id, Number = agreement.Version } equals new { Id = version.AgreementId, version.Number }
        where agreement.CommunityId == community && agreement.RetiredAt == null
        orderby agreement.Id
        select new Agreed(agreement.Id, version.Number, version.Title, version.Text, version.Html, version.WrittenAt)).ToListAsync();

    /// <summary>Those in force that the person has not accepted as they read now, with what they accepted last.</summary>
    public static async Task<List<(Agreed Now, AgreementVersion? Before)>> WaitingFor(this Db db, Id<Community> community, Id<Person> person)
    {
        var now = await db.AgreementsOf(community);
        var accepted = await db.The<Acceptance>().Where(a => a.CommunityId == community && a.PersonId == person).ToListAsync();
        var versions = await db.The<AgreementVersion>().Where(v => v.CommunityId == community).ToListAsync();
        return [.. now.Where(n => !accepted.Any(a => a.AgreementId == n.Id && a.Version == n.Version)).Select(n =>
        {
            var last = accepted.Where(a => a.AgreementId == n.Id).Select(a => a.Version).DefaultIfEmpty().Max();
            return (n, versions.SingleOrDefault(v => v.AgreementId == n.Id && v.Number == last));
        })];
    }
}
