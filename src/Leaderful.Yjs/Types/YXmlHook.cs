namespace Leaderful.Yjs;

/// <summary>A map in a tree of nodes, for what the application knows how to show.</summary>
public sealed class YXmlHook : YMap
{
    internal YXmlHook(Branch branch) : base(branch) { }

    /// <summary>What the application calls it.</summary>
    public string HookName => Branch.NodeName ?? "";
}
