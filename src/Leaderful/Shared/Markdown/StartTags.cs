using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>The start tags that have attributes.</summary>
internal static class StartTags
{
    private const int MaxTitle = 300;

    /// <summary>Remote pages learn nothing about where the reader came from, and gain no weight from being named here.</summary>
    private const string Remote = " rel=\"nofollow ugc noopener noreferrer\"";

    public static string Link(string url, ReadOnlySpan<char> title = default)
    {
        var tag = new StringBuilder("<a href=\"", url.Length + 64);
        SafeText.AppendAttribute(tag, url);
        tag.Append('"');
        AppendTitle(tag, title);
        return tag.Append(UrlPolicy.IsRemote(url) ? Remote : "").Append('>').ToString();
    }

    public static string Abbr(ReadOnlySpan<char> title)
    {
        var tag = new StringBuilder("<abbr");
        AppendTitle(tag, title);
        return tag.Append('>').ToString();
    }

    public static string Code(ReadOnlySpan<char> languageClass) =>
        IsLanguage(languageClass) ? $"<code class=\"{languageClass}\">" : "<code>";

    private static bool IsLanguage(ReadOnlySpan<char> name)
    {
        if (name.Length is < 10 or > 40 || !name.StartsWith("language-", StringComparison.Ordinal)) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '+' or '#' or '.')) return false;
        return true;
    }

    private static void AppendTitle(StringBuilder tag, ReadOnlySpan<char> title)
    {
        if (SafeText.IsBlank(title)) return;
        tag.Append(" title=\"");
        SafeText.AppendAttribute(tag, Shorten(title));
        tag.Append('"');
    }

    private static ReadOnlySpan<char> Shorten(ReadOnlySpan<char> title)
    {
        if (title.Length <= MaxTitle) return title;
        return title[..(char.IsHighSurrogate(title[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)];
    }
}
