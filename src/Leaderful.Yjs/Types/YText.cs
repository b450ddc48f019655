using System.Text;

namespace Leaderful.Yjs;

/// <summary>
/// Text with formats and embeds. Indexes and lengths are UTF-16 units, as in a .NET string; an embed counts as one. A pair of
/// surrogates that is cut in two becomes U+FFFD twice, as in Yjs.
/// </summary>
public class YText : YType
{
    internal YText(Branch branch) : base(branch) { }

    /// <summary>How long it is.</summary>
    public long Length => Branch.Length;

    /// <summary>The text without formats and embeds.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var item in ListValues.Visible(Branch))
        {
            if (item.Content is TextContent content) text.Append(content.Text);
        }
        return text.ToString();
    }

    /// <summary>The text as runs of equal formats, as Yjs' <c>toDelta</c>.</summary>
    public IReadOnlyList<YTextRun> ToRuns() => TextRuns.Of(Branch);

    /// <summary>Who wrote what: the text as runs of one client each.</summary>
    public IReadOnlyList<YAuthoredRun> ToAuthors() => TextAuthors.Of(Branch);

    /// <summary>The attributes of the text as a whole, which ProseMirror does not use.</summary>
    public IReadOnlyDictionary<string, object?> Attributes => MapValues.All(Branch);

    /// <summary>Puts text in.</summary>
    /// <param name="index">Before which unit.</param>
    /// <param name="text">What to put in.</param>
    /// <param name="formats">Its formats; null for those of what stands before it, empty for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter.</exception>
    public void Insert(long index, string text, IReadOnlyDictionary<string, object?>? formats = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0) Document.Change(change => TextEditor.Insert(change, Branch, index, new TextContent(text.ToCharArray()), formats));
    }

    /// <summary>Puts in what is no text: a string, or a list or dictionary of values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter.</exception>
    public void InsertEmbed(long index, object embed, IReadOnlyDictionary<string, object?>? formats = null)
    {
        ArgumentNullException.ThrowIfNull(embed);
        var content = new EmbedContent(Encoding.UTF8.GetBytes(JsonOutput.Write(embed)));
        Document.Change(change => TextEditor.Insert(change, Branch, index, content, formats ?? new Dictionary<string, object?>()));
    }

    /// <summary>Gives what stands there formats; null takes one away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter.</exception>
    public void Format(long index, long length, IReadOnlyDictionary<string, object?> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        Document.Change(change => TextEditor.Format(change, Branch, index, length, formats));
    }

    /// <summary>Deletes what stands there, and formats that nothing is left of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter.</exception>
    public void Delete(long index, long length) => Document.Change(change => TextEditor.Delete(change, Branch, index, length));
}
