using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>That an agenda was brought to a wall, by whom and when, and which topics, times and places came with it: so that it can be taken back as one.</summary>
[Entity]
public sealed class BroughtAgenda
{
    public Id<BroughtAgenda> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Actor> BroughtById { get; init; }
    public DateTime BroughtAt { get; init; }
    public List<string> Topics { get; init; } = [];
    public List<string> Slots { get; init; } = [];
    public List<string> Places { get; init; } = [];
    public Id<Actor>? TakenBackById { get; private set; }
    public DateTime? TakenBackAt { get; private set; }

    public void TakeBack(Id<Actor> by, DateTime at) => (TakenBackById, TakenBackAt) = (by, at);

    public void BringAgain() => (TakenBackById, TakenBackAt) = (null, null);
}

public sealed class BroughtAgendaMapping : IEntityTypeConfiguration<BroughtAgenda>
{
    public void Configure(EntityTypeBuilder<BroughtAgenda> builder)
    {
        builder.ToTable("brought_agendas");
        builder.HasIndex(a => a.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.BroughtById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(a => a.TakenBackById);
    }
}
