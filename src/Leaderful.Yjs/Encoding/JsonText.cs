using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Leaderful.Yjs;

/// <summary>
/// JSON as JavaScript reads and writes it; embeds and marks travel so in update format V1. Lone surrogates, which
/// <see cref="JsonSerializer"/> refuses, come as escapes and stay.
/// </summary>
internal static class JsonText
{
    static readonly JsonReaderOptions Options = new() { MaxDepth = AnyReader.Deepest };

    /// <summary>Whether a browser could parse it: one that cannot would fail on the whole update.</summary>
    public static void Check(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            while (reader.Read()) { }
        }
        catch (JsonException failure)
        {
            throw NotJson(failure);
        }
    }

    public static object? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            reader.Read();
            var value = Value(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException failure)
        {
            throw NotJson(failure);
        }
    }

    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    static YjsFormatException NotJson(JsonException failure) => new("A value is not JSON.", failure);

    static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => double.Parse(reader.ValueSpan, CultureInfo.InvariantCulture),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    static Dictionary<string, object?> Object(ref Utf8JsonReader reader)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            reader.Read();
            values[key] = Value(ref reader);
        }
        return values;
    }

    static List<object?> List(ref Utf8JsonReader reader)
    {
        List<object?> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(Value(ref reader));
        return values;
    }

    static string Text(ref Utf8JsonReader reader)
    {
        var raw = WireText.Read(reader.ValueSpan);
        if (!reader.ValueIsEscaped) return raw;
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\') text.Append(raw[i]);
            else text.Append(Unescape(raw, ref i));
        }
        return text.ToString();
    }

    static char Unescape(string raw, ref int at)
    {
        var sign = raw[++at];
        if (sign == 'u') return (char)ushort.Parse(raw.AsSpan((at += 4) - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return sign switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => sign };
    }

    static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or YUndefined: text.Append("null"); break;
            case bool truth: text.Append(truth ? "true" : "false"); break;
            case string words: Quote(text, words); break;
            case byte[] bytes: Append(text, bytes.Index().ToDictionary(b => b.Index.ToString(CultureInfo.InvariantCulture), b => (object?)(double)b.Item, StringComparer.Ordinal)); break;
            case BigInteger number: text.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case IReadOnlyDictionary<string, object?> values: AppendObject(text, values); break;
            case IEnumerable values: AppendList(text, values); break;
            case IConvertible number: AppendNumber(text, number.ToDouble(CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A value of type {value.GetType().Name} cannot be in a document.", nameof(value));
        }
    }

    static void AppendNumber(StringBuilder text, double number) => text.Append(double.IsFinite(number) ? JsNumber.Format(number) : "null");

    static void AppendObject(StringBuilder text, IReadOnlyDictionary<string, object?> values)
    {
        var first = true;
        text.Append('{');
        foreach (var (key, value) in values)
        {
            if (value is YUndefined) continue;
            if (!first) text.Append(',');
            first = false;
            Quote(text, key);
            text.Append(':');
            Append(text, value);
        }
        text.Append('}');
    }

    static void AppendList(StringBuilder text, IEnumerable values)
    {
        var first = true;
        text.Append('[');
        foreach (var value in values)
        {
            if (!first) text.Append(',');
            first = false;
            Append(text, value);
        }
        text.Append(']');
    }

    static void Quote(StringBuilder text, string words)
    {
        text.Append('"');
        for (var i = 0; i < words.Length; i++)
        {
            var sign = words[i];
            var lone = char.IsSurrogate(sign) && !(i + 1 < words.Length && char.IsSurrogatePair(sign, words[i + 1])) && !(i > 0 && char.IsSurrogatePair(words[i - 1], sign));
            if (sign is '"' or '\\') text.Append('\\').Append(sign);
            else if (sign < ' ' || lone) text.Append(Escape(sign));
            else text.Append(sign);
        }
        text.Append('"');
    }

    static string Escape(char sign) => sign switch
    {
        '\n' => "\\n",
        '\t' => "\\t",
        '\r' => "\\r",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
    };
}
