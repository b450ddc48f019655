namespace Leaderful.Yjs;

/// <summary>JavaScript's <c>undefined</c>, which the format keeps apart from null.</summary>
public sealed class YUndefined
{
    YUndefined() { }

    /// <summary>The one undefined.</summary>
    public static YUndefined Value { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "undefined";
}
