namespace Leaderful.Mime;

/// <summary>The block that list software appends: a ruler and how to unsubscribe.</summary>
internal static class ListFooter
{
    const int ShortestRuler = 20;
    const int LinesAfterRuler = 4;

    static readonly string[] Openers =
    [
        "To unsubscribe, e-mail:", "To unsubscribe from this ", "To UNSUBSCRIBE, email to ", "Unsubscribe: http", "You received this message because you are subscribed to ",
        "Sie erhalten diese Nachricht, weil Sie ", "Vous recevez ce message, car ", "Has recibido este mensaje porque ",
    ];

    static readonly string[] Words =
    [
        "unsubscribe", "mailing list", "mailing-list", "mailinglist", "listinfo", "mailman", "for additional commands", "list archive", "abmelden", "abbestellen", "se désabonner",
        "désinscri", "cancelar la suscripción", "darse de baja", "afmelden", "cancellar", "cancelar a inscrição",
    ];

    /// <summary>A ruler with words about the list soon below it, or such words on a line of their own that no person writes.</summary>
    public static bool Starts(string text, List<TextLine> lines, int i)
    {
        var content = lines[i].Content(text);
        if (!IsRuler(content)) return StartsWithAny(content);
        for (int next = i + 1, seen = 0; next < lines.Count && seen < LinesAfterRuler && lines[next].Kind != MailTextKind.Quoted; next++)
        {
            if (lines[next].IsBlank(text)) continue;
            var below = lines[next].Content(text);
            if (IsRuler(below)) return false; // that one may open a footer itself
            if (ContainsAny(below)) return true;
            seen++;
        }
        return false;
    }

    static bool IsRuler(ReadOnlySpan<char> content) =>
        content.Length >= ShortestRuler && content[0] is '_' or '-' or '=' or '*' && content.IndexOfAnyExcept(content[0]) < 0;

    static bool StartsWithAny(ReadOnlySpan<char> content)
    {
        foreach (var start in Openers)
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    static bool ContainsAny(ReadOnlySpan<char> content)
    {
        if (content.Length > 500) content = content[..500];
        foreach (var word in Words)
        {
            if (content.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
