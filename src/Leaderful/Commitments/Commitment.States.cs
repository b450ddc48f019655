using Leaderful.Data;

namespace Leaderful.Commitments;

/// <summary>How a commitment stands. Nothing keeps this: it is who did what, and when.</summary>
public enum CommitmentState
{
    Offered,
    Accepted,

    /// <summary>Open again, under new terms.</summary>
    Renegotiated,

    /// <summary>Open, and something is in the way.</summary>
    Barred,

    /// <summary>Open; its day has passed and nothing was said.</summary>
    Quiet,
    Kept,

    /// <summary>Offered, and the one who was asked would rather not.</summary>
    Declined,
    Released,
}

public sealed partial class Commitment
{
    public bool IsOffered => AcceptedAt is null && ReleasedAt is null;

    /// <summary>Taken on, and neither kept nor let go.</summary>
    public bool IsOpen => AcceptedAt is not null && KeptAt is null && ReleasedAt is null;

    public bool IsOver => KeptAt is not null || ReleasedAt is not null;

    /// <summary>It was let go because its doer is no longer here.</summary>
    public bool IsDoerGone => ReleasedById == Actor.House;

    /// <summary>Derived, and no reproach: nothing was said since its day was over.</summary>
    public bool IsQuiet(DateTime now) => IsOpen && Due is { } day && Day.IsOver(day, now) && (SaidAt is not { } said || !Day.IsOver(day, said));

    public CommitmentState StateAt(DateTime now)
    {
        if (ReleasedAt is not null) return AcceptedAt is null && !IsDoerGone ? CommitmentState.Declined : CommitmentState.Released;
        if (KeptAt is not null) return CommitmentState.Kept;
        if (AcceptedAt is null) return CommitmentState.Offered;
        // What is in the way stands until something else is said, whatever the day.
        if (BarredAt is not null) return CommitmentState.Barred;
        if (IsQuiet(now)) return CommitmentState.Quiet;
        return EarlierTerms > 0 ? CommitmentState.Renegotiated : CommitmentState.Accepted;
    }

    public void Accept(DateTime at) => AcceptedAt = at;

    public void Unaccept() => AcceptedAt = null;

    public void Keep(DateTime at) => (KeptAt, SaidAt) = (at, at);

    public void Unkeep() => KeptAt = null;

    public void Release(Id<Actor> by, DateTime at, string why = "") => (ReleasedById, ReleasedAt, ReleasedWhy) = (by, at, why);

    public void Unrelease() => (ReleasedById, ReleasedAt, ReleasedWhy) = (null, null, "");

    /// <summary>It goes on, or something is in the way; whichever was said last is so.</summary>
    public void Say(bool isBarrier, DateTime at) => (SaidAt, BarredAt) = (at, isBarrier ? BarredAt ?? at : null);

    /// <summary>As though something had not been said: what was said before it is so again.</summary>
    public void Unsay(CheckIn? before)
    {
        var since = EarlierTerms > 0 ? TermsAt : (DateTime?)null;
        SaidAt = before is null || before.At < since ? since : before.At;
        BarredAt = before is { Kind: CheckInKind.Barrier } && !(before.At < since) ? before.At : null;
    }

    /// <summary>Open again under other terms; what was in the way may be no more.</summary>
    public void Renegotiate(string what, DateOnly? due, DateTime at)
    {
        (What, Due, TermsAt) = (what, due, at);
        (SaidAt, BarredAt, EarlierTerms) = (at, null, EarlierTerms + 1);
    }
}
