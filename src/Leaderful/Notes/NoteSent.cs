namespace Leaderful.Notes;

/// <summary>What a browser needs to open its person's notes: the ways to their key, and the passkeys that could be one.</summary>
public sealed record VaultSent(string Person, string Device, byte[]? Mark, IReadOnlyList<WaySent> Ways, IReadOnlyList<PasskeySent> Passkeys);

public sealed record WaySent(string Id, string Kind, byte[] Salt, int Iterations, byte[] Wrapped, byte[]? Credential);

public sealed record PasskeySent(byte[] Credential, string Name);

public sealed record SealedSent(int Edition, byte[] Sealed);

/// <summary>Both at once, so that a page with a note asks one question.</summary>
public sealed record EnvelopeSent(VaultSent Vault, SealedSent? Note);

/// <summary>A note that was kept has this edition now.</summary>
public sealed record EditionSent(int Edition);

/// <summary>Why a note was not kept: another edition came first (null: it was deleted), or the key is another now.</summary>
public sealed record BehindSent(bool IsOtherKey, SealedSent? Note);
