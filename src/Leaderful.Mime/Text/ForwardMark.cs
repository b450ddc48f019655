namespace Leaderful.Mime;

/// <summary>Markers over another message that is not marked line by line.</summary>
internal static class ForwardMark
{
    static readonly string[] Originals =
    [
        "Original Message", "Original message", "Original Appointment", "Ursprüngliche Nachricht", "Original-Nachricht", "Originalnachricht", "Message d'origine", "Message original",
        "Mensaje original", "Messaggio originale", "Mensagem original", "Mensagem Original", "Oorspronkelijk bericht", "Origineel bericht", "Ursprungligt meddelande", "Reply message",
    ];

    static readonly string[] Forwards =
    [
        "Forwarded message", "Forwarded Message", "Weitergeleitete Nachricht", "Message transféré", "Mensaje reenviado", "Messaggio inoltrato", "Mensagem encaminhada", "Doorgestuurd bericht",
        "Begin forwarded message", "Anfang der weitergeleiteten Nachricht", "Début du message réexpédié", "Inizio messaggio inoltrato", "Inicio del mensaje reenviado", "Begin doorgestuurd bericht",
    ];

    static readonly string[] HeaderNames =
    [
        "From", "Von", "De", "Da", "Van", "Från", "Fra", "Sent", "Gesendet", "Envoyé", "Enviado", "Enviado el", "Enviada em", "Inviato", "Verzonden", "Date", "Datum", "Fecha", "Data", "Le", "To", "An", "À", "Para", "A",
        "Aan", "Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Onderwerp", "Assunto", "Cc", "Kopie", "Reply-To",
    ];

    /// <summary>A marker, or the ruler and header lines that Outlook puts without any words.</summary>
    public static bool Is(string text, List<TextLine> lines, int i)
    {
        var content = lines[i].Content(text);
        if (Named(content, Originals) || Named(content, Forwards)) return true;
        if (content.Length < 20 || content[0] != '_' || content.IndexOfAnyExcept('_') >= 0) return false;
        var headers = 0;
        for (var next = i + 1; next < lines.Count && next <= i + 4; next++)
        {
            if (IsHeaderLine(lines[next].Content(text))) headers++;
        }
        return headers >= 3;
    }

    /// <summary>Whether what follows was answered, not forwarded.</summary>
    public static bool IsOriginal(ReadOnlySpan<char> content) => !Named(content, Forwards);

    public static bool IsHeaderLine(ReadOnlySpan<char> content)
    {
        content = content.TrimStart('*'); // bold, as plain text
        var colon = content.IndexOf(':');
        if (colon is < 1 or > 20) return false;
        var name = content[..colon].TrimEnd("* \u00A0");
        foreach (var known in HeaderNames)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The words between hyphens, or with a colon behind them.</summary>
    static bool Named(ReadOnlySpan<char> content, string[] names)
    {
        if (content.Length is 0 or > 100 || !(content[0] is '-' or '_' or '=' || content[^1] == ':')) return false;
        var words = content.Trim("-_= :\u00A0");
        foreach (var name in names)
        {
            if (words.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
