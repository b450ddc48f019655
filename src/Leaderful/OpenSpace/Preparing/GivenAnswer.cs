using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>What became of a given when it was looked at again.</summary>
public enum Fixedness { Fixed, Eased, Gone }

/// <summary>An answer to whether a given is still fixed, with what stood there before, to go back to.</summary>
[Entity]
public sealed class GivenAnswer
{
    public const int LongestWord = 500;

    public Id<GivenAnswer> Id { get; init; }
    public Id<Given> GivenId { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Fixedness Fixedness { get; init; }
    public string Word { get; init; } = "";

    public string Was { get; init; } = "";
    public Id<Actor> WasWordedById { get; init; }
    public DateTime WasWordedAt { get; init; }
    public DateOnly? WasUntil { get; init; }

    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }
}

public sealed class GivenAnswerMapping : IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("given_answers");
        builder.Property(a => a.Word).HasMaxLength(GivenAnswer.LongestWord);
        builder.Property(a => a.Was).HasMaxLength(Given.LongestText);
        builder.HasIndex(a => a.GivenId);
        builder.HasIndex(a => a.SpaceId);
        builder.HasOne<Given>().WithMany().HasForeignKey(a => a.GivenId);
        builder.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.WasWordedById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.ById);
    }
}
