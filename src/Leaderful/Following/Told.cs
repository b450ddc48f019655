using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Following;

/// <summary>Up to when what was said has been told to whoever wanted to hear of it: one row for the instance, moved with the letters.</summary>
public sealed class Told
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public DateTime UpTo { get; set; }
}

public sealed class ToldMapping : IEntityTypeConfiguration<Told>
{
    public void Configure(EntityTypeBuilder<Told> builder)
    {
        builder.ToTable("told");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }
}
