using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Communities;

[Entity]
public sealed class Community
{
    public Id<Community> Id { get; init; }
    public Id<Scope> ScopeId { get; init; }

    /// <summary>Its place in addresses: small letters, digits and hyphens.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public string Purpose { get; set; } = "";
    public Finding Finding { get; set; } = Finding.Protected;
    public Joining Joining { get; set; } = Joining.Invitation;

    /// <summary>What is asked of whoever would like to join, one question a line.</summary>
    public string Questions { get; set; } = "";

    /// <summary>The one colour a community chooses, in oklch.</summary>
    public string Dye { get; set; } = "oklch(0.55 0.1 165)";
    public string Mark { get; set; } = "rings";

    /// <summary>What a steward is called here; empty for the usual word.</summary>
    public string StewardWord { get; set; } = "";
    public DateTime CreatedAt { get; init; }

    public string Path => PathOf(Slug);

    public static string PathOf(string slug) => $"/c/{slug}";

    public string[] Asked() => Questions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Nobody is left in it: nobody finds it either, until somebody who was invited comes.</summary>
    public void Rest() => (Finding, Joining) = (Finding.Hidden, Joining.Invitation);
}

/// <summary>Who may find it: members only; whoever is signed in on this instance; everybody.</summary>
public enum Finding { Hidden, Protected, Public }

/// <summary>Who may join: whoever likes; on request; by invitation.</summary>
public enum Joining { Open, Request, Invitation }

public sealed class CommunityMapping : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> builder)
    {
        builder.ToTable("communities");
        builder.Property(c => c.Slug).HasMaxLength(60);
        builder.Property(c => c.Name).HasMaxLength(80);
        builder.Property(c => c.Purpose).HasMaxLength(400);
        builder.Property(c => c.Questions).HasMaxLength(2000);
        builder.Ignore(c => c.Path);
        builder.Property(c => c.Dye).HasMaxLength(60);
        builder.Property(c => c.Mark).HasMaxLength(40);
        builder.Property(c => c.StewardWord).HasMaxLength(40);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasOne<Scope>().WithOne().HasForeignKey<Community>(c => c.ScopeId);
    }
}
