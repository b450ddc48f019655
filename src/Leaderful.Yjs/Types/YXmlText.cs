namespace Leaderful.Yjs;

/// <summary>Text in a tree of nodes. ProseMirror's marks are its formats.</summary>
public sealed class YXmlText : YText
{
    internal YXmlText(Branch branch) : base(branch) { }
}
