using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Accounts;

/// <summary>The one row that says this instance is set up; its key lets exactly one of two set-ups through.</summary>
public sealed class Instance
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The address it was set up at, for links in mails.</summary>
    public required string Address { get; set; }
    public Id<Person> SetUpById { get; init; }
    public DateTime SetUpAt { get; init; }
}

public sealed class InstanceMapping : IEntityTypeConfiguration<Instance>
{
    public void Configure(EntityTypeBuilder<Instance> builder)
    {
        builder.ToTable("instance");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Address).HasMaxLength(300);
    }
}
