using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Initiatives;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Reflections;

/// <summary>
/// Somebody looks back at a set of one-to-ones, alone: a thing on their own rung. Here is only that they do; what they write is in
/// <c>Notes/</c>, which nobody else can read.
/// </summary>
[Entity]
public sealed class Reflection
{
    public Id<Reflection> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>What the one-to-ones were for, where they were for one thing.</summary>
    public Id<Initiative>? InitiativeId { get; init; }

    /// <summary>The wording in which the questions were asked when it was begun; the house's where there is none.</summary>
    public Id<PromptSet>? SetId { get; init; }
}

public sealed class ReflectionMapping : IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<Reflection> builder)
    {
        builder.ToTable("reflections");
        builder.HasIndex(r => r.CommunityId);
        builder.HasIndex(r => r.InitiativeId).HasFilter("\"InitiativeId\" IS NOT NULL");
        builder.HasIndex(r => r.SetId).HasFilter("\"SetId\" IS NOT NULL");
        builder.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(r => r.InitiativeId);
        builder.HasOne<PromptSet>().WithMany().HasForeignKey(r => r.SetId);
    }
}
