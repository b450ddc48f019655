using System.Text;

namespace Leaderful.Yjs;

/// <summary>Reads a text as runs. Neighbours with the same formats are one run, however they came to be.</summary>
internal sealed class TextRuns
{
    static readonly Dictionary<string, object?> NoFormats = [];

    readonly List<YTextRun> runs = [];
    readonly StringBuilder text = new();
    Dictionary<string, object?> formats = NoFormats;

    /// <summary>The formats of what is in <see cref="text"/>.</summary>
    Dictionary<string, object?> open = NoFormats;

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
            case FormatContent format: formats = FormatSet.With(formats, format.Key, format.Value); break;
            case TextContent content: AddText(content.Text); break;
            case EmbedContent or TypeContent: AddEmbed(item); break;
        }
    }

    void AddText(ReadOnlySpan<char> more)
    {
        if (text.Length > 0 && !FormatSet.Same(open, formats)) Close();
        open = formats;
        text.Append(more);
    }

    void AddEmbed(Item item)
    {
        Close();
        List<object?> values = [];
        item.Content.AddValues(values);
        runs.Add(new(null, values[0], formats));
    }

    void Close()
    {
        if (text.Length > 0) runs.Add(new(text.ToString(), null, open));
        text.Clear();
    }
}
