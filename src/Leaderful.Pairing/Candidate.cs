using System.Runtime.InteropServices;

namespace Leaderful.Pairing;

/// <summary>Two people who may meet, and what it is worth that they do. A pair that is named nowhere may not meet.</summary>
/// <param name="One">One of them, counted from zero.</param>
/// <param name="Other">The other; which of the two is named first makes no difference.</param>
/// <param name="Worth">
/// A whole number in whatever unit the caller counts; only sums of it are compared. Nothing and less than nothing are allowed:
/// rather not, and yet not excluded.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(int One, int Other, int Worth);
