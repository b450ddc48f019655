using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Leaderful.Yjs;

/// <summary>
/// Reads JSON as JavaScript does; embeds and marks travel so in update format V1. Lone surrogates, which
/// <see cref="JsonSerializer"/> refuses, come as escapes and stay. <see cref="JsonOutput"/> is the other direction.
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
}
