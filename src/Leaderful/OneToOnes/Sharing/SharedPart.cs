using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>What passes between two who meet.</summary>
[Flags]
public enum WhatPassed { None = 0, Information = 1, Support = 2, Appreciation = 4, Challenge = 8, Insight = 16 }

/// <summary>What the two of them write down together, as one of them last put it.</summary>
public sealed record SharedWords(WhatPassed Passed, string PassedWords, string PlannerDoes, DateOnly? PlannerBy, string OtherDoes, DateOnly? OtherBy, string Referral, string Brings)
{
    public static readonly SharedWords None = new(WhatPassed.None, "", "", null, "", null, "", "");

    /// <summary>Nobody takes anything on: an answer like any other.</summary>
    public bool IsNone => PlannerDoes.Length == 0 && OtherDoes.Length == 0 && Referral.Length == 0;
}

/// <summary>The one part of a one-to-one that is both's: each can write it, and it is so once both have said so.</summary>
public sealed class SharedPart
{
    public const int LongestPassed = 300;
    public const int LongestLine = 200;

    public Id<OneToOne> OneToOneId { get; init; }
    public Id<Community> CommunityId { get; init; }

    public WhatPassed Passed { get; private set; }
    public string PassedWords { get; private set; } = "";
    public string PlannerDoes { get; private set; } = "";
    public DateOnly? PlannerBy { get; private set; }
    public string OtherDoes { get; private set; } = "";
    public DateOnly? OtherBy { get; private set; }

    /// <summary>Whom else to meet.</summary>
    public string Referral { get; private set; } = "";

    /// <summary>What the other brings that the team may know of.</summary>
    public string Brings { get; private set; } = "";

    /// <summary>Counts every change, so that nobody confirms, or writes over, what they have not seen.</summary>
    public int Edition { get; private set; }
    public Id<Actor>? LastById { get; private set; }

    public DateTime? PlannerConfirmedAt { get; private set; }
    public DateTime? OtherConfirmedAt { get; private set; }

    /// <summary>Each says for themselves whether the team may know that the two met, and what came of it.</summary>
    public bool PlannerTells { get; private set; }
    public bool OtherTells { get; private set; }

    /// <summary>When the other of the two last heard by letter that there is something to confirm.</summary>
    public DateTime? ToldAt { get; private set; }

    public SharedWords Words => new(Passed, PassedWords, PlannerDoes, PlannerBy, OtherDoes, OtherBy, Referral, Brings);

    public bool IsSettled => PlannerConfirmedAt is not null && OtherConfirmedAt is not null;

    public bool IsBegun => Edition > 0;

    public bool IsConfirmedBy(bool planner) => (planner ? PlannerConfirmedAt : OtherConfirmedAt) is not null;

    /// <summary>Whoever writes it means it; the other is asked anew.</summary>
    public void Write(SharedWords words, Id<Actor> by, bool isPlanner, bool tells, DateTime at)
    {
        Put(words);
        (Edition, LastById, PlannerConfirmedAt, OtherConfirmedAt) = (Edition + 1, by, null, null);
        Confirm(isPlanner, tells, at);
    }

    public void Confirm(bool isPlanner, bool tells, DateTime at)
    {
        if (isPlanner) (PlannerConfirmedAt, PlannerTells) = (at, tells);
        else (OtherConfirmedAt, OtherTells) = (at, tells);
    }

    public void Told(DateTime at) => ToldAt = at;

    /// <summary>What the other said goes with them.</summary>
    public void ForgetOther()
    {
        Put(Words with { OtherDoes = "", OtherBy = null, Brings = "", Referral = "", PassedWords = "" });
        OtherTells = false;
    }

    public void Blank()
    {
        Put(SharedWords.None);
        (PlannerTells, OtherTells) = (false, false);
    }

    private void Put(SharedWords w) => (Passed, PassedWords, PlannerDoes, PlannerBy, OtherDoes, OtherBy, Referral, Brings) =
        (w.Passed, w.PassedWords, w.PlannerDoes, w.PlannerBy, w.OtherDoes, w.OtherBy, w.Referral, w.Brings);
}

public sealed class SharedPartMapping : IEntityTypeConfiguration<SharedPart>
{
    public void Configure(EntityTypeBuilder<SharedPart> builder)
    {
        builder.ToTable("shared_parts");
        builder.HasKey(s => s.OneToOneId);
        builder.Ignore(s => s.Words);
        builder.Property(s => s.Passed).HasConversion<int>();
        builder.Property(s => s.PassedWords).HasMaxLength(SharedPart.LongestPassed);
        foreach (var line in new[] { nameof(SharedPart.PlannerDoes), nameof(SharedPart.OtherDoes), nameof(SharedPart.Referral), nameof(SharedPart.Brings) }) builder.Property(line).HasMaxLength(SharedPart.LongestLine);
        builder.HasIndex(s => s.CommunityId);
        builder.HasOne<OneToOne>().WithOne().HasForeignKey<SharedPart>(s => s.OneToOneId);
        builder.HasOne<Community>().WithMany().HasForeignKey(s => s.CommunityId);
        builder.HasOne<Actor>().WithMany().HasForeignKey(s => s.LastById);
    }
}
