namespace Leaderful.Yjs;

/// <summary>The language of a code block, if it is a word that can stand anywhere.</summary>
internal static class CodeLanguage
{
    const int Longest = 30;

    public static string? Of(RichNode node)
    {
        var language = node.Text("language");
        return language.Length is > 0 and <= Longest && language.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '+' or '#' or '-' or '_' or '.') ? language : null;
    }
}
