using System.Runtime.InteropServices;

namespace Leaderful.Yjs;

/// <summary>What an update holds of one client.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="From">The clock of the first element.</param>
/// <param name="To">The clock after the last one; gaps in between are possible.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClientSpan(long Client, long From, long To);
