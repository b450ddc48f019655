using System.Text;

namespace Leaderful.Yjs;

/// <summary>Reads a text as runs. Neighbours with the same formats are one run, however they came to be.</summary>
internal sealed class TextRuns
{
    static readonly Dictionary<string, object?> NoFormats = [];

    readonly List<YTextRun> runs = [];
    readonly StringBuilder text = new();
    readonly Dictionary<string, object?> formats = new(StringComparer.Ordinal);

    /// <summary>A copy of <see cref="formats"/> for runs to keep; null when they have changed since.</summary>
    Dictionary<string, object?>? copy = NoFormats;

    /// <summary>The formats of what is in <see cref="text"/>.</summary>
    Dictionary<string, object?> open = NoFormats;

    Dictionary<string, object?> Formats => copy ??= formats.Count == 0 ? NoFormats : new(formats, StringComparer.Ordinal);

    public static List<YTextRun> Of(Branch branch)
    {
        var reader = new TextRuns();
        for (var item = branch.Start; item is not null; item = item.Right)
        {
            if (!item.Deleted) reader.Add(item);
        }
        reader.Close();
        return reader.runs;
    }

    void Add(Item item)
    {
        switch (item.Content)
        {
            case FormatContent format:
                FormatSet.Set(formats, format.Key, format.Value);
                copy = null;
                break;
            case TextContent content: AddText(content.Text); break;
            case EmbedContent or TypeContent: AddEmbed(item); break;
        }
    }

    void AddText(ReadOnlySpan<char> more)
    {
        if (text.Length > 0 && !FormatSet.Same(open, Formats)) Close();
        open = Formats;
        text.Append(more);
    }

    void AddEmbed(Item item)
    {
        Close();
        List<object?> values = [];
        item.Content.AddValues(values);
        runs.Add(new(null, values[0], Formats));
    }

    void Close()
    {
        if (text.Length > 0) runs.Add(new(text.ToString(), null, open));
        text.Clear();
    }
}
