using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>
/// A limit on the space: who set it, until when. Everybody in the room may ask whether it is still fixed; what was answered is in
/// <see cref="GivenAnswer"/>.
/// </summary>
[Entity]
public sealed class Given
{
    public const int LongestText = 500;
    public const int LongestSetBy = 80;

    public Id<Given> Id { get; init; }
    public Id<Space> SpaceId { get; init; }
    public Id<Community> CommunityId { get; init; }
    public string Text { get; private set; } = "";

    /// <summary>Whoever it comes from, as people call them; often nobody of the house.</summary>
    public string SetBy { get; private set; } = "";
    public DateOnly? Until { get; private set; }

    /// <summary>Whose words stand there now.</summary>
    public Id<Actor> WordedById { get; private set; }
    public DateTime WordedAt { get; private set; }

    /// <summary>Counts every change of what is said, so that nobody writes over what they have not seen.</summary>
    public int Edition { get; private set; }

    /// <summary>Since when it holds no more; it stays to be read.</summary>
    public DateTime? GoneAt { get; private set; }
    public Id<Actor>? GoneById { get; private set; }

    public DateTime? RemovedAt { get; private set; }
    public Id<Actor>? RemovedById { get; private set; }

    public void Write(GivenWish wish, Id<Actor> by, DateTime at)
    {
        if (wish.Text != Text) (WordedById, WordedAt) = (by, at);
        (Text, SetBy, Until, Edition) = (wish.Text, wish.SetBy, wish.Until, Edition + 1);
    }

    /// <summary>As somebody had worded it before.</summary>
    public void Reword(string text, Id<Actor> by, DateTime at, DateOnly? until) => (Text, WordedById, WordedAt, Until, Edition) = (text, by, at, until, Edition + 1);

    public void Go(Id<Actor> by, DateTime at) => (GoneById, GoneAt) = (by, at);

    public void Stay() => (GoneById, GoneAt) = (null, null);

    public void Remove(Id<Actor> by, DateTime at) => (RemovedById, RemovedAt) = (by, at);

    public void PutBack() => (RemovedById, RemovedAt) = (null, null);

    public bool Says(GivenWish wish) => (Text, SetBy, Until) == (wish.Text, wish.SetBy, wish.Until);

    public bool IsDayOver(DateTime now) => Until is { } day && Day.IsOver(day, now);
}

/// <summary>A given as somebody would write it.</summary>
public sealed record GivenWish(string Text, string SetBy, DateOnly? Until = null);

public sealed class GivenMapping : IEntityTypeConfiguration<Given>
{
    public void Configure(EntityTypeBuilder<Given> builder)
    {
        builder.ToTable("givens");
        builder.Property(g => g.Text).HasMaxLength(Given.LongestText);
        builder.Property(g => g.SetBy).HasMaxLength(Given.LongestSetBy);
        builder.HasIndex(g => g.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(g => g.SpaceId);
        builder.HasOne<Community>().WithMany().HasForeignKey(g => g.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.WordedById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.GoneById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(g => g.RemovedById);
    }
}
