namespace Leaderful.Yjs;

/// <summary>The kinds of shared type, with the numbers that the update format gives them.</summary>
public enum YTypeKind
{
    /// <summary>A list of values and types.</summary>
    Array = 0,

    /// <summary>Values and types by key.</summary>
    Map = 1,

    /// <summary>Text with formats and embeds.</summary>
    Text = 2,

    /// <summary>A named node with attributes and children.</summary>
    XmlElement = 3,

    /// <summary>Nodes without one around them.</summary>
    XmlFragment = 4,

    /// <summary>A map in a tree of nodes, for what the application knows.</summary>
    XmlHook = 5,

    /// <summary>Text in a tree of nodes.</summary>
    XmlText = 6,
}
