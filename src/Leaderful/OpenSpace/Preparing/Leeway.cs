using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>How free groups are to act on what they find, in a few lines that all read. It shares the space's id.</summary>
[Entity]
public sealed class Leeway
{
    public const int LongestText = 2000;

    public Id<Leeway> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public string Text { get; private set; } = "";
    public Id<Actor> WrittenById { get; private set; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>Counts every change, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    public void Write(string text, Id<Actor> by, DateTime at) => (Text, WrittenById, WrittenAt, Edition) = (text, by, at, Edition + 1);
}

public sealed class LeewayMapping : IEntityTypeConfiguration<Leeway>
{
    public void Configure(EntityTypeBuilder<Leeway> builder)
    {
        builder.ToTable("open_space_leeways");
        builder.Property(l => l.Text).HasMaxLength(Leeway.LongestText);
        builder.HasOne<Community>().WithMany().HasForeignKey(l => l.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(l => l.WrittenById);
    }
}
