using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>
/// The talk of sponsors and facilitators once an Open Space is over. It shares the space's id. What they say stays among them until
/// one of them gives it to those who read the gathering.
/// </summary>
[Entity]
public sealed class DebriefConversation
{
    public Id<DebriefConversation> Id { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>The wording its questions are asked in from beginning to end; the house's where there is none.</summary>
    public Id<PromptSet>? SetId { get; init; }
    public Id<Actor> BegunById { get; init; }
    public DateTime BegunAt { get; init; }

    /// <summary>Since when, and by whose hand, others read it.</summary>
    public DateTime? ReleasedAt { get; private set; }
    public Id<Actor>? ReleasedById { get; private set; }

    public void Release(Id<Actor> by, DateTime at) => (ReleasedById, ReleasedAt) = (by, at);

    public void TakeBack() => (ReleasedById, ReleasedAt) = (null, null);
}

public sealed class DebriefConversationMapping : IEntityTypeConfiguration<DebriefConversation>
{
    public void Configure(EntityTypeBuilder<DebriefConversation> builder)
    {
        builder.ToTable("debrief_conversations");
        builder.HasIndex(d => d.CommunityId);
        builder.HasOne<Community>().WithMany().HasForeignKey(d => d.CommunityId);
        builder.HasOne<PromptSet>().WithMany().HasForeignKey(d => d.SetId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(d => d.BegunById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(d => d.ReleasedById);
    }
}
