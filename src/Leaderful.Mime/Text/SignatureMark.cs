namespace Leaderful.Mime;

/// <summary>Lines that open a signature.</summary>
internal static class SignatureMark
{
    static readonly string[] Devices =
    [
        "Sent from my ", "Sent from Mail for ", "Sent from Outlook", "Sent with ", "Get Outlook for ", "Von meinem ", "Gesendet von ", "Gesendet mit ", "Envoyé de mon ", "Envoyé depuis ",
        "Enviado desde mi ", "Enviado do meu ", "Inviato da ", "Verzonden vanaf ", "Verstuurd vanaf ", "Skickat från min ",
    ];

    /// <summary>Two hyphens and a blank (RFC 3676, 4.3), which may be a no-break space.</summary>
    public static bool IsStandard(ReadOnlySpan<char> line) => line.TrimEnd("\r\n") is "-- " or "--\u00A0";

    /// <summary>The same after a program took the blank away, or with dashes.</summary>
    public static bool IsLoose(ReadOnlySpan<char> content) => content is "--" or "—" or "– " or "—-";

    /// <summary>What telephones add.</summary>
    public static bool IsDevice(ReadOnlySpan<char> content)
    {
        if (content.Length > 100) return false;
        foreach (var start in Devices)
        {
            if (content.StartsWith(start, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
