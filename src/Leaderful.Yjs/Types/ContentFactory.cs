namespace Leaderful.Yjs;

/// <summary>Makes content of what somebody wants to write.</summary>
internal static class ContentFactory
{
    public static ItemContent Of(object? value) => value switch
    {
        byte[] bytes => new BinaryContent(bytes),
        YType => throw new ArgumentException("A type that is in a document cannot be put into another place.", nameof(value)),
        _ => new AnyContent([Checked(value)]),
    };

    /// <summary>What can be read again: a copy, so that nobody changes it from outside.</summary>
    static object? Checked(object? value)
    {
        var writer = new Lib0Writer();
        AnyWriter.Write(writer, value);
        var reader = new Lib0Reader(writer.Written);
        return AnyReader.Read(ref reader);
    }
}
