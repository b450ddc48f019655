namespace Leaderful.Notes;

/// <summary>A way as a browser brings it. Nothing in it can be checked here but its size.</summary>
public sealed record NoteWayBrought(NoteWayKind Kind, byte[]? Salt, int Iterations, byte[]? Wrapped, byte[]? Credential)
{
    public const int MostSalt = 64, MostWrapped = 128;
    private const int LeastSalt = 16, MostIterations = 100_000_000;

    public bool IsSound => Enum.IsDefined(Kind) && Salt is { Length: >= LeastSalt and <= MostSalt } && Wrapped is { Length: > 0 and <= MostWrapped }
        && Iterations is >= 0 and <= MostIterations && Kind == NoteWayKind.Passkey == Credential is { Length: > 0 };
}

/// <summary>The first time: a key's mark and the ways to it, of which one is the recovery code.</summary>
public sealed record VaultBrought(byte[]? Mark, IReadOnlyList<NoteWayBrought>? Ways)
{
    private const int Most = 10;

    public bool IsSound => Mark is { Length: NoteVault.MarkLength } && Ways is { Count: > 0 and <= Most } && Ways.All(w => w is { IsSound: true })
        && Ways.Count(w => w.Kind == NoteWayKind.Recovery) == 1;
}

/// <summary>A further way to the key of this mark, instead of the former one of its kind.</summary>
public sealed record WayBrought(byte[]? Mark, NoteWayBrought? Way)
{
    public bool IsSound => Mark is not null && Way is { IsSound: true };
}

/// <summary>A note as a browser locked it, with the key of this mark, and which edition it was written on (none: 0).</summary>
public sealed record NoteBrought(byte[]? Mark, int Edition, byte[]? Sealed)
{
    public bool IsSound => Mark is not null && Edition >= 0 && Sealed is { Length: > 0 };
    public bool IsTooLong => Sealed is { Length: > PrivateNote.MostBytes };
}
