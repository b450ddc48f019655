namespace Leaderful.Yjs;

/// <summary>A shared type: a view on a place in a document. Two views on one place are equal.</summary>
public abstract class YType : IEquatable<YType>
{
    private protected YType(Branch branch) => Branch = branch;

    internal Branch Branch { get; }

    /// <summary>The document it is in.</summary>
    public YDoc Document => Branch.Doc;

    /// <summary>What kind of type it is.</summary>
    public YTypeKind Kind => Branch.Kind!.Value;

    /// <summary>The element that holds it; null for a type with a name.</summary>
    public YId? Id => Branch.Item?.Id;

    /// <summary>The name it has in its document; null for one within another.</summary>
    public string? Name => Branch.Name;

    /// <summary>What it is in; null for a type with a name.</summary>
    public YType? Parent => Branch.Item?.Parent is { } parent ? Of(parent) : null;

    /// <summary>Whether it was deleted. It reads as empty then, and must not be written to.</summary>
    public bool IsDeleted => Branch.Deleted;

    /// <inheritdoc/>
    public bool Equals(YType? other) => other is not null && other.Branch == Branch;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as YType);

    /// <inheritdoc/>
    public override int GetHashCode() => Branch.GetHashCode();

    internal static YType Of(Branch branch) => branch.Kind switch
    {
        YTypeKind.Array => new YArray(branch),
        YTypeKind.Map => new YMap(branch),
        YTypeKind.Text => new YText(branch),
        YTypeKind.XmlElement => new YXmlElement(branch),
        YTypeKind.XmlHook => new YXmlHook(branch),
        YTypeKind.XmlText => new YXmlText(branch),
        _ => new YXmlFragment(branch),
    };
}
