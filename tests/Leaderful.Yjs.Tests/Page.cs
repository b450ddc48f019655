namespace Leaderful.Yjs.Tests;

/// <summary>Writes pages as y-prosemirror does.</summary>
internal static class Page
{
    public static YXmlFragment Of(Action<YXmlFragment> write)
    {
        var page = new YDoc(1).GetXmlFragment("default");
        write(page);
        // What others see of it, not what was written.
        var doc = new YDoc(2);
        doc.ApplyUpdate(page.Document.EncodeStateAsUpdate());
        return doc.GetXmlFragment("default");
    }

    public static YXmlElement Add(this YXmlFragment parent, string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = parent.AddElement(name);
        foreach (var (attribute, value) in attributes) element.SetAttribute(attribute, value);
        return element;
    }

    /// <summary>A paragraph of runs, each with its marks.</summary>
    public static YXmlElement Say(this YXmlFragment parent, params ReadOnlySpan<(string Text, string[] Marks)> runs)
    {
        var paragraph = parent.Add("paragraph");
        var text = paragraph.AddText();
        foreach (var (words, marks) in runs) text.Insert(text.Length, words, marks.ToDictionary(mark => mark, Value));
        return paragraph;
    }

    public static YXmlElement Say(this YXmlFragment parent, string words) => parent.Say((words, []));

    static object? Value(string mark) => mark.StartsWith("link", StringComparison.Ordinal) ? new Dictionary<string, object?> { ["href"] = "https://a.example/?a=1&b=(2)" } : new Dictionary<string, object?>();
}
