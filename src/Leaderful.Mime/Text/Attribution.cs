namespace Leaderful.Mime;

/// <summary>The line over a quotation that says whose words follow: <c>On Monday, Ada wrote:</c>.</summary>
internal static class Attribution
{
    const int MostLines = 3;
    const int LongestLine = 300;

    /// <summary>How an attribution ends, in several languages; compared without case.</summary>
    static readonly string[] Verbs =
    [
        "wrote", "writes", "said", "says", "schrieb", "schreibt", "meinte", "a écrit", "écrit", "écrivait", "escribió", "escribio", "escreveu", "ha scritto",
        "scrisse", "scrive", "het geschreven", "geschreven", "schreef", "skrev", "skriver", "kirjoitti", "napisał", "napisał(a)", "napisala", "napsal", "napsal(a)", "написал", "написал(а)",
        "пишет", "писал", "írta", "yazdı", "a scris", "wrote the following",
    ];

    /// <summary>How an attribution begins where the verb is not at its end (<c>Am … schrieb Ada:</c>).</summary>
    static readonly string[] Openers = ["On ", "Am ", "Le ", "El ", "Op ", "Il ", "Em ", "Den ", "Dne ", "W dniu ", "In article ", "In message ", "At ", "Il giorno ", "Quoting ", "Zitat von ", "Citando "];

    static readonly string[] Verbless = ["Quoting ", "Zitat von ", "Citando "];

    /// <summary>The first line of the attribution that ends directly above a line, perhaps with one blank line between; or null.</summary>
    public static int? Start(string text, List<TextLine> lines, int quote)
    {
        var last = quote - 1;
        if (last > 0 && lines[last].IsBlank(text)) last--;
        if (!CanBelong(text, lines, last) || lines[last].Content(text)[^1] is not (':' or '：')) return null;
        for (var first = last; first >= 0 && last - first < MostLines && CanBelong(text, lines, first); first--)
        {
            if (IsOpened(text, lines, first, last)) return first;
        }
        return NamesSpeaker(lines[last].Content(text)) ? last : null;
    }

    static bool CanBelong(string text, List<TextLine> lines, int i) =>
        lines[i].Kind == MailTextKind.Said && !lines[i].IsBlank(text) && lines[i].Length < LongestLine;

    /// <summary>An opener on the first line, and a verb on any.</summary>
    static bool IsOpened(string text, List<TextLine> lines, int first, int last)
    {
        if (!StartsWithAny(lines[first].Content(text), Openers)) return false;
        for (var i = first; i <= last; i++)
        {
            if (HasVerb(lines[i].Content(text), atEnd: false)) return true;
        }
        return StartsWithAny(lines[first].Content(text), Verbless);
    }

    /// <summary>A line such as <c>Ada wrote:</c> or <c>Ada schrieb am 1. Mai:</c>, the verb at the end or a number somewhere.</summary>
    static bool NamesSpeaker(ReadOnlySpan<char> line) => HasVerb(line, atEnd: line.IndexOfAnyInRange('0', '9') < 0);

    static bool HasVerb(ReadOnlySpan<char> line, bool atEnd)
    {
        var trimmed = line.TrimEnd(": \u00A0：");
        foreach (var verb in Verbs)
        {
            var at = trimmed.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(trimmed[at - 1]))) continue;
            var end = at + verb.Length;
            if (end == trimmed.Length || (!atEnd && !char.IsLetter(trimmed[end]))) return true;
        }
        return false;
    }

    static bool StartsWithAny(ReadOnlySpan<char> line, string[] starts)
    {
        foreach (var start in starts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
