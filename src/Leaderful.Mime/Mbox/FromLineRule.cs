using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Tells a From line from a sentence that begins with "From ". It must be followed by a header field, and either hold a
/// date or be a bare <c>From sender</c> before a field that mails begin with. With a date and a blank line before it, it
/// may also stand over an empty mail. The very first line of a file needs no proof.
/// </summary>
internal static class FromLineRule
{
    const int Longest = 1000;

    static readonly string[] FirstFields =
    [
        "Return-Path", "Received", "Delivered-To", "Message-ID", "Date", "From", "To", "Subject", "MIME-Version", "Content-Type", "Sender", "Reply-To",
        "Status", "X-Mozilla-Status", "X-GM-THRID", "Envelope-To", "X-Original-To", "Mailing-List", "DKIM-Signature", "ARC-Seal", "Authentication-Results", "X-UIDL", "X-Status", "X-From-Line",
    ];

    static readonly SearchValues<string> Known = SearchValues.Create(FirstFields, StringComparison.OrdinalIgnoreCase);

    public static bool Accepts(ReadOnlySpan<byte> bytes, bool afterBlank, bool isFirst, out MboxFromLine from)
    {
        var end = bytes.IndexOf((byte)'\n');
        var line = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)'\r');
        if (!MboxFromLine.TryParse(line, out from) || line.Length > Longest) return false;
        if (isFirst) return true;
        var next = end < 0 ? [] : bytes[(end + 1)..];
        if (from.Date is not null && HasTime(line)) return (afterBlank && IsEmptyMail(next)) || BeginsMail(next);
        return line[5..].IndexOfAny(" \t"u8) is var blank && (blank < 0 || HeaderBytes.Trim(line[(5 + blank)..]).IsEmpty) && BeginsWithKnownField(next);
    }

    static bool HasTime(ReadOnlySpan<byte> line) => line.Contains((byte)':');

    static bool IsEmptyMail(ReadOnlySpan<byte> next) => next.IsEmpty || next[0] is (byte)'\n' || next.StartsWith("\r\n"u8);

    /// <summary>A field, or the From line of the archive that this mail went through before.</summary>
    static bool BeginsMail(ReadOnlySpan<byte> next) => HeaderBytes.FieldNameLength(next) > 0 || next.StartsWith(">From "u8);

    static bool BeginsWithKnownField(ReadOnlySpan<byte> next)
    {
        var length = HeaderBytes.FieldNameLength(next);
        return length is > 0 and < 40 && Known.Contains(Encoding.ASCII.GetString(next[..length]));
    }
}
