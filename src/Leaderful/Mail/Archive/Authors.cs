using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>One imported name for each address in a community.</summary>
public static class Authors
{
    public static async Task<Func<MailAuthor, Id<Actor>>> Name(this Unit unit, Id<Community> community, IReadOnlyCollection<ArrivedMail> mails)
    {
        var named = mails.Select(m => m.Author).GroupBy(a => Convert.ToHexString(a.AddressHash)).ToDictionary(g => g.Key, Best, StringComparer.Ordinal);
        var hashes = named.Values.Select(a => a.AddressHash).ToList();
        var known = await unit.Db.The<Actor>().AsNoTracking()
            .Where(a => a.CommunityId == community && hashes.Contains(a.AddressHash!))
            .Select(a => new { a.Id, a.Name, Hash = a.AddressHash! }).ToListAsync();
        var ids = known.ToDictionary(a => Convert.ToHexString(a.Hash), a => a.Id, StringComparer.Ordinal);
        foreach (var actor in known.Where(a => AuthorName.IsBetter(named[Convert.ToHexString(a.Hash)].Name, a.Name)))
        {
            var better = named[Convert.ToHexString(actor.Hash)].Name;
            await unit.Db.The<Actor>().Where(a => a.Id == actor.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, better));
        }
        var added = named.Where(n => !ids.ContainsKey(n.Key)).Select(n => new Actor
        {
            Id = Id<Actor>.New(), Kind = ActorKind.ImportedName, Name = n.Value.Name, CommunityId = community, AddressHash = n.Value.AddressHash,
        }).ToList();
        await unit.Insert(added);
        foreach (var actor in added) ids[Convert.ToHexString(actor.AddressHash!)] = actor.Id;
        return author => ids[Convert.ToHexString(author.AddressHash)];
    }

    private static MailAuthor Best(IEnumerable<MailAuthor> same) => same.Aggregate((best, other) => AuthorName.IsBetter(other.Name, best.Name) ? other : best);
}
