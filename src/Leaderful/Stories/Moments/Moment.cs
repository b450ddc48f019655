using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Stories.Moments;

/// <summary>Whose words somebody would like to have in a story: a member, or somebody by their name and the address where they are asked.</summary>
public sealed record MomentWish(Id<Actor>? Owner, string Name, string Email, string Words);

/// <summary>
/// Another's words in a story. They are their owner's: nobody else but whoever asked reads them until they are allowed, and then only
/// those for whom they are. Withdrawn, they are gone at once, and soon for good.
/// </summary>
[Entity]
public sealed class Moment
{
    public const int LongestWords = 600;
    public const int LongestName = 80;

    public Id<Moment> Id { get; init; }
    public Id<Community> CommunityId { get; init; }
    public Id<Story> StoryId { get; init; }
    public Id<Actor> AskedById { get; init; }
    public Id<Actor>? OwnerId { get; init; }

    /// <summary>Of somebody who has no account here.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>As addresses are compared.</summary>
    public string Email { get; private set; } = "";

    public string Words { get; private set; } = "";
    public DateTime AskedAt { get; init; }

    /// <summary>For whose eyes permission is asked; another rung than the one it was given for, where it is asked anew.</summary>
    public Id<Scope> AskedFor { get; private set; }

    public DateTime? AllowedAt { get; private set; }

    /// <summary>For whose eyes it was given. No other reader is ever shown the words.</summary>
    public Id<Scope>? AllowedFor { get; private set; }

    /// <summary>Its owner would rather not be named with it.</summary>
    public bool IsNameless { get; private set; }

    public DateTime? EndedAt { get; private set; }
    public MomentEnding? Ending { get; private set; }

    /// <summary>For which rung a letter asked last, so that none is sent twice.</summary>
    public Id<Scope>? WrittenFor { get; set; }

    public bool IsAllowed => EndedAt is null && AllowedAt is not null;

    /// <summary>Whether its owner is asked something.</summary>
    public bool IsOpen => EndedAt is null && AskedFor != AllowedFor;

    public MomentState State => Ending switch
    {
        MomentEnding.Declined => MomentState.Declined,
        MomentEnding.Withdrawn => MomentState.Withdrawn,
        MomentEnding.Removed => MomentState.Removed,
        _ => AllowedAt is null ? MomentState.Asked : IsOpen ? MomentState.Anew : MomentState.Allowed,
    };

    public void Ask(MomentWish wish, Id<Scope> rung) => (OwnerName, Email, Words, AskedFor) = (wish.Owner is null ? wish.Name : "", wish.Owner is null ? wish.Email : "", wish.Words, rung);

    public void AskFor(Id<Scope> rung) => AskedFor = rung;

    public void Allow(string words, bool isNameless, DateTime at) => (Words, IsNameless, AllowedAt, AllowedFor) = (words, isNameless, AllowedAt ?? at, AskedFor);

    /// <summary>It stays for those it was allowed for.</summary>
    public void KeepAsItWas() => AskedFor = AllowedFor ?? AskedFor;

    public void End(MomentEnding ending, DateTime at) => (Ending, EndedAt) = (ending, at);

    /// <summary>As though it had not been ended.</summary>
    public void Return() => (Ending, EndedAt) = (null, null);

    /// <summary>Nothing of the words stays.</summary>
    public void Blank() => Words = "";

    /// <summary>Nor who they were of.</summary>
    public void Forget() => (Words, OwnerName, Email) = ("", "", "");
}

public enum MomentEnding { Declined, Withdrawn, Removed }

public enum MomentState { Asked, Allowed, Anew, Declined, Withdrawn, Removed }

public sealed class MomentMapping : IEntityTypeConfiguration<Moment>
{
    public void Configure(EntityTypeBuilder<Moment> builder)
    {
        builder.ToTable("story_moments");
        builder.Ignore(m => m.State);
        builder.Ignore(m => m.IsAllowed);
        builder.Ignore(m => m.IsOpen);
        builder.Property(m => m.OwnerName).HasMaxLength(Moment.LongestName);
        builder.Property(m => m.Email).HasMaxLength(320);
        builder.Property(m => m.Words).HasMaxLength(Moment.LongestWords);
        builder.HasIndex(m => m.StoryId);
        builder.HasIndex(m => m.CommunityId);
        builder.HasIndex(m => m.OwnerId).HasFilter("\"OwnerId\" IS NOT NULL");
        builder.HasIndex(m => m.AskedById);
        builder.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId);
        builder.HasOne<Story>().WithMany().HasForeignKey(m => m.StoryId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => m.AskedById);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => m.OwnerId);
        builder.HasOne<Scope>().WithMany().HasForeignKey(m => m.AskedFor);
        builder.HasOne<Scope>().WithMany().HasForeignKey(m => m.AllowedFor);
    }
}
