using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Files;

/// <summary>Whose files lie together in one folder: a community's, or those of a person's portrait, which is of no community.</summary>
public readonly record struct FileOwner(Guid Value)
{
    public static implicit operator FileOwner(Id<Community> community) => new(community.Value);

    public static implicit operator FileOwner(Id<Person> person) => new(person.Value);

    public override string ToString() => new Id<FileOwner>(Value).ToString();
}
