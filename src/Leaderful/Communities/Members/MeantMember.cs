namespace Leaderful.Communities.Members;

/// <summary>Whom a name means: one member, several of that name to choose from, or nobody here.</summary>
internal sealed record MeantMember(Member? One, IReadOnlyList<Member> Namesakes)
{
    public static readonly MeantMember Nobody = new(null, []);
}
