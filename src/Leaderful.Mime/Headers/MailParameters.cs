using System.Buffers;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// The parameters of Content-Type or Content-Disposition, with continuations joined and percent-encoding and charsets
/// resolved (RFC 2231), names in lower case, each once. Encoded words in values (RFC 2047, 5 forbids them, many send
/// them) are decoded too.
/// </summary>
public sealed class MailParameters
{
    readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    internal static readonly MailParameters None = new([]);

    MailParameters(List<MailParameter> read)
    {
        foreach (var sections in read.GroupBy(p => p.Name, StringComparer.Ordinal)) values[sections.Key] = Join([.. sections]);
    }

    /// <summary>The names given, in lower case.</summary>
    public IReadOnlyCollection<string> Names => values.Keys;

    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    internal static MailParameters Parse(ReadOnlySpan<byte> afterSemicolon) =>
        afterSemicolon.IsEmpty ? None : new MailParameters(ParameterReader.Read(afterSemicolon));

    /// <summary>An encoded whole wins over continuations, those over a plain value; the first of equals wins.</summary>
    static string Join(List<MailParameter> pieces)
    {
        if (pieces.Find(p => p is { Encoded: true, Section: < 0 }) is { } whole) return Decode([whole]);
        var sections = pieces.Where(p => p.Section >= 0).DistinctBy(p => p.Section).OrderBy(p => p.Section).ToList();
        return sections.Count > 0 ? Decode(sections) : HeaderText.Decode(pieces[0].Value).Trim();
    }

    static string Decode(List<MailParameter> sections)
    {
        var bytes = new ArrayBufferWriter<byte>();
        string? charset = null;
        foreach (var section in sections)
        {
            ReadOnlySpan<byte> value = section.Value;
            if (section.Encoded)
            {
                if (ReferenceEquals(section, sections[0])) charset = TakeCharset(ref value);
                value = Percent(value);
            }
            bytes.Write(value);
        }
        return HeaderText.Clean(Charset.Decode(bytes.WrittenSpan, charset, out _)).Trim();
    }

    /// <summary><c>charset'language'</c> before the text.</summary>
    static string? TakeCharset(ref ReadOnlySpan<byte> value)
    {
        var first = value.IndexOf((byte)'\'');
        if (first < 0) return null;
        var second = value[(first + 1)..].IndexOf((byte)'\'');
        if (second < 0) return null;
        var charset = Encoding.Latin1.GetString(value[..first]);
        value = value[(first + second + 2)..];
        return charset;
    }

    static ReadOnlySpan<byte> Percent(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf((byte)'%') < 0) return value;
        var plain = new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var escaped = value[i] == '%' && i + 2 < value.Length ? Hex.Pair(value[i + 1], value[i + 2]) : -1;
            if (escaped >= 0) i += 2;
            plain[length++] = escaped >= 0 ? (byte)escaped : value[i];
        }
        return plain.AsSpan(0, length);
    }
}
