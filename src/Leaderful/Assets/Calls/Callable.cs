using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets.Calls;

/// <summary>Somebody agreed to be called in one community, for words of their own. Without this row nobody calls them.</summary>
public sealed class Callable
{
    public const int LongestWords = 300;

    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Words { get; set; }

    /// <summary>It counts as long as they have belonged since: who joins anew is asked anew.</summary>
    public DateTime AgreedAt { get; init; }
}

public sealed class CallableMapping : IEntityTypeConfiguration<Callable>
{
    public void Configure(EntityTypeBuilder<Callable> builder)
    {
        builder.ToTable("callable");
        builder.HasKey(c => new { c.PersonId, c.CommunityId });
        builder.Property(c => c.Words).HasMaxLength(Callable.LongestWords);
        builder.HasIndex(c => c.CommunityId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId);
    }
}

public static class Agreeing
{
    public static async Task AgreeToCalls(this Unit unit, Id<Person> person, Id<Community> community, string words)
    {
        await unit.NoMoreCalls(person, community);
        unit.Db.Add(new Callable { PersonId = person, CommunityId = community, Words = words, AgreedAt = unit.Now });
    }

    /// <summary>There is no journal row, as there was none for agreeing: it is nobody else's to know.</summary>
    public static Task NoMoreCalls(this Unit unit, Id<Person> person, Id<Community> community) =>
        unit.Db.The<Callable>().Where(c => c.PersonId == person && c.CommunityId == community).ExecuteDeleteAsync();

    public static Task<string?> CallWordsOf(this Db db, Id<Person> person, Id<Community> community) =>
        db.Callables(community).Where(c => c.PersonId == person).Select(c => (string?)c.Words).SingleOrDefaultAsync();

    internal static IQueryable<Callable> Callables(this Db db, Id<Community> community) => db.The<Callable>().Where(c => c.CommunityId == community
        && db.The<Membership>().Any(m => m.CommunityId == community && m.PersonId == c.PersonId && m.LeftAt == null && m.JoinedAt <= c.AgreedAt));
}
