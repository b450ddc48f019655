using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>Puts header fields and encoded bodies together, folding and refusing what could forge a field.</summary>
internal sealed class HeaderWriter
{
    const int Width = 76;
    const int LongestWord = 900;

    static readonly SearchValues<char> Specials = SearchValues.Create("<>,;:()\"\\");

    readonly StringBuilder output = new();

    public byte[] ToArray() => Encoding.ASCII.GetBytes(output.ToString());

    /// <summary>Writes a field whose value is known to be printable ASCII, folded at its spaces (RFC 5322, 2.2.3).</summary>
    public void Text(string name, string value)
    {
        output.Append(name).Append(": ");
        var column = name.Length + 2;
        for (var start = 0; start < value.Length;)
        {
            var end = NextBreak(value, start);
            if (column + end - start > Width && start > 0)
            {
                output.Append("\r\n");
                column = 0;
            }
            output.Append(value, start, end - start);
            column += end - start;
            start = end;
        }
        output.Append("\r\n");
    }

    /// <summary>A field of the caller's. Names are as in RFC 5322, 3.6.8; values beyond ASCII become encoded words.</summary>
    public void Custom(string name, string value, string[] reserved)
    {
        if (name.Length is 0 or > 70 || HeaderBytes.FieldNameLength(Encoding.UTF8.GetBytes(name + ":")) != name.Length) throw new ArgumentException($"'{HeaderText.Clean(name)}' is no header name.", nameof(name));
        if (reserved.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new ArgumentException($"{name} is set from the mail itself.", nameof(name));
        if (value.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || value.Contains('\u007F', StringComparison.Ordinal)) throw new ArgumentException($"The value of {name} holds a control character.", nameof(value));
        Text(name, EncodedText.Encode(value.Trim()));
    }

    public static string Mailbox(MailAddress mailbox)
    {
        var address = Checked(mailbox.Address);
        var name = mailbox.Name is null ? "" : HeaderText.Clean(mailbox.Name).Trim();
        return name.Length == 0 ? address : $"{EncodedText.Phrase(name)} <{address}>";
    }

    /// <summary>The id in brackets.</summary>
    public static string Id(string id) => CanWriteId(id)
        ? $"<{id}>"
        : throw new ArgumentException($"'{HeaderText.Clean(id)}' is no id that can be written: it must be one word of ASCII.", nameof(id));

    /// <summary>Whether an id, perhaps out of a foreign mail, can be written without harm.</summary>
    public static bool CanWriteId(string id) => id.Length is > 0 and <= LongestWord && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && id.AsSpan().IndexOfAny('<', '>') < 0;

    public void OpenMultipart(string subtype, string boundary)
    {
        Text("Content-Type", $"multipart/{subtype}; boundary=\"{boundary}\"");
        output.Append("\r\n");
    }

    public void Delimiter(string boundary, bool closes = false) => output.Append("\r\n--").Append(boundary).Append(closes ? "--\r\n" : "\r\n");

    public void TextBody(string subtype, string text, string parameters = "")
    {
        var bytes = Encoding.UTF8.GetBytes(BodyText.WithCrLf(text));
        var encoded = BodyText.QuotedPrintable(bytes);
        var isShorter = encoded.Length <= bytes.Length * 4 / 3 + 100;
        Text("Content-Type", $"text/{subtype}; charset=utf-8{parameters}");
        Text("Content-Transfer-Encoding", isShorter ? "quoted-printable" : "base64");
        output.Append("\r\n").Append(isShorter ? encoded : BodyText.Base64(bytes));
    }

    public void Attachment(OutgoingAttachment file)
    {
        var slash = file.MediaType.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || MailContentType.Token(Encoding.UTF8.GetBytes(file.MediaType[..slash])) is not { } type
            || MailContentType.Token(Encoding.UTF8.GetBytes(file.MediaType[(slash + 1)..])) is not { } subtype
            || type.Length + subtype.Length + 1 != file.MediaType.Length || type is "multipart" or "message")
            throw new ArgumentException("The media type is not of the form type/subtype.", nameof(file));
        Text("Content-Type", $"{type}/{subtype}");
        Text("Content-Transfer-Encoding", "base64");
        Text("Content-Disposition", "attachment;" + ParameterText.Encode("filename", MailFileName.Sanitise(file.FileName, file.MediaType)));
        output.Append("\r\n").Append(BodyText.Base64(file.Content.Span));
    }

    static string Checked(string address)
    {
        var sign = address.IndexOf('@', StringComparison.Ordinal);
        if (sign < 1 || sign == address.Length - 1 || sign != address.LastIndexOf('@') || address.Length > LongestWord
            || address.AsSpan().ContainsAnyExceptInRange('!', '~') || address.AsSpan().ContainsAny(Specials))
            throw new ArgumentException($"'{HeaderText.Clean(address)}' is no address that can be written: local@domain in ASCII, without quotes.", nameof(address));
        return address;
    }

    /// <summary>The end of the next word: the blanks before it belong to it, so that a fold keeps them all.</summary>
    static int NextBreak(string value, int start)
    {
        while (start < value.Length && value[start] == ' ') start++;
        var end = value.IndexOf(' ', start);
        return end < 0 ? value.Length : end;
    }
}
