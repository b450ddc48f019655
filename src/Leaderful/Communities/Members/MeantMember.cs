using Leaderful.Data;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Members;

/// <summary>Whom a name means: one member, several of that name to choose from, or nobody here.</summary>
internal sealed record MeantMember(Member? One, IReadOnlyList<Member> Namesakes)
{
    public static readonly MeantMember Nobody = new(null, []);
}

internal static class Naming
{
    private const int MostNamesakes = 20;
    private const int MostNames = 100;

    /// <summary>By their name; of several by the one that was chosen, which is an id as it came from a form.</summary>
    public static async Task<MeantMember> MeantBy(this Db db, Id<Community> community, string name, string chosen)
    {
        var found = await db.MembersCalled(community, Clean.Line(name), MostNamesakes);
        var one = found.Count > 1 ? found.Find(m => m.PersonId.ToString() == chosen) : found.FirstOrDefault();
        return new MeantMember(one, one is null ? found : []);
    }

    /// <summary>Some of whom one could name, for whoever types.</summary>
    public static Task<List<string>> SomeNames(this Db db, Id<Community> community) => db.MembershipsOf(community).Named(db).Select(m => m.Name).Take(MostNames).ToListAsync();
}
