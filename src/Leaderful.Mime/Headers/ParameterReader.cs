using System.Globalization;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Splits <c>; name=value; name="value"</c> (RFC 2045, 5.1). Tolerated: blanks around the equals sign, unquoted
/// values with blanks or specials in them, a quote that never ends, comments, empty parameters.
/// </summary>
internal static class ParameterReader
{
    const int MostParameters = 200;

    public static List<MailParameter> Read(ReadOnlySpan<byte> rest)
    {
        List<MailParameter> parameters = [];
        while (!rest.IsEmpty && parameters.Count < MostParameters)
        {
            var end = rest.IndexOfAny((byte)';', (byte)'=');
            if (end < 0) break;
            var name = HeaderBytes.Trim(rest[..end]);
            var assigned = rest[end] == '=';
            rest = rest[(end + 1)..];
            if (!assigned) continue;
            var value = Value(ref rest);
            if (!name.IsEmpty && name.Length <= 200) parameters.Add(Named(Encoding.Latin1.GetString(name).ToLowerInvariant(), value));
        }
        return parameters;
    }

    /// <summary>Takes a value and the separator behind it.</summary>
    static byte[] Value(ref ReadOnlySpan<byte> rest)
    {
        var start = rest.IndexOfAnyExcept(" \t\r\n"u8);
        rest = start < 0 ? [] : rest[start..];
        if (!rest.IsEmpty && rest[0] == '"' && AddressList.ClosingQuote(rest[1..]) is var close and >= 0)
        {
            var quoted = UnescapePath(rest.Slice(1, close)).ToArray();
            rest = rest[(close + 2)..];
            var next = rest.IndexOf((byte)';');
            rest = next < 0 ? [] : rest[(next + 1)..];
            return quoted;
        }
        var end = rest.IndexOf((byte)';');
        var value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return WithoutComment(value).Trim((byte)'"').ToArray();
    }

    static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> value)
    {
        var comment = value.IndexOf(" ("u8);
        return HeaderBytes.Trim(comment > 0 && value.Contains((byte)')') ? value[..comment] : value);
    }

    /// <summary>Backslashes escape only quotes and themselves: senders put plain Windows paths between quotes.</summary>
    static ReadOnlySpan<byte> UnescapePath(ReadOnlySpan<byte> quoted)
    {
        if (quoted.IndexOf((byte)'\\') < 0) return quoted;
        var plain = new byte[quoted.Length];
        var length = 0;
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '\\' && i + 1 < quoted.Length && quoted[i + 1] is (byte)'"' or (byte)'\\') i++;
            if (i < quoted.Length) plain[length++] = quoted[i];
        }
        return plain.AsSpan(0, length);
    }

    /// <summary>Takes <c>name*2*</c> apart (RFC 2231, 3 and 4).</summary>
    static MailParameter Named(string name, byte[] value)
    {
        var encoded = name.EndsWith('*');
        if (encoded) name = name[..^1];
        var star = name.LastIndexOf('*');
        var section = star > 0 && int.TryParse(name.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new MailParameter(section >= 0 ? name[..star] : name, value, section, encoded);
    }
}
