using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Initiatives.Sentences;

/// <summary>A wording of an initiative's sentence. It is never changed: another one follows it.</summary>
public sealed class SentenceVersion
{
    public Id<Initiative> InitiativeId { get; init; }
    public int Number { get; init; }
    public Id<Community> CommunityId { get; init; }
    public required string Who { get; init; }
    public required string What { get; init; }
    public required string How { get; init; }
    public required string Why { get; init; }
    public required string When { get; init; }
    public Id<Actor> ById { get; init; }
    public DateTime At { get; init; }

    public OrganizingSentence Sentence => new(Who, What, How, Why, When);
}

public sealed class SentenceVersionMapping : IEntityTypeConfiguration<SentenceVersion>
{
    public void Configure(EntityTypeBuilder<SentenceVersion> builder)
    {
        builder.ToTable("organizing_sentences");
        builder.HasKey(s => new { s.InitiativeId, s.Number });
        builder.Ignore(s => s.Sentence);
        builder.Property(s => s.Who).HasMaxLength(OrganizingSentence.LongestPart);
        builder.Property(s => s.What).HasMaxLength(OrganizingSentence.LongestPart);
        builder.Property(s => s.How).HasMaxLength(OrganizingSentence.LongestPart);
        builder.Property(s => s.Why).HasMaxLength(OrganizingSentence.LongestPart);
        builder.Property(s => s.When).HasMaxLength(OrganizingSentence.LongestPart);
        builder.HasIndex(s => s.CommunityId);
        builder.HasIndex(s => s.ById);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(s => s.InitiativeId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.ById);
    }
}
