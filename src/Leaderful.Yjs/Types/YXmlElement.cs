namespace Leaderful.Yjs;

/// <summary>A named node with attributes and nodes within it.</summary>
public sealed class YXmlElement : YXmlFragment
{
    internal YXmlElement(Branch branch) : base(branch) { }

    /// <summary>What kind of node it is: <c>paragraph</c>, <c>heading</c>.</summary>
    public string NodeName => Branch.NodeName ?? "";

    /// <summary>The attributes that have a value; mostly strings, but ProseMirror keeps numbers and others too.</summary>
    public IReadOnlyDictionary<string, object?> Attributes => MapValues.All(Branch);

    /// <summary>An attribute's value; <see cref="YUndefined"/> if it has none.</summary>
    public object? GetAttribute(string name) => MapValues.Get(Branch, name);

    /// <summary>Sets an attribute.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a document.</exception>
    public void SetAttribute(string name, object? value) => Document.Change(change => MapEditor.Set(change, Branch, name, ContentFactory.Of(value)));

    /// <summary>Removes an attribute.</summary>
    public void RemoveAttribute(string name) => Document.Change(change => MapEditor.Remove(change, Branch, name));
}
