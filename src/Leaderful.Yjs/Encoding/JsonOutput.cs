using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Leaderful.Yjs;

/// <summary>Writes JSON as <c>JSON.stringify</c> does.</summary>
internal static class JsonOutput
{
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or YUndefined: text.Append("null"); break;
            case bool truth: text.Append(truth ? "true" : "false"); break;
            case string words: Quote(text, words); break;
            case byte[] bytes: AppendBytes(text, bytes); break;
            case BigInteger number: text.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case IReadOnlyDictionary<string, object?> values: AppendObject(text, values); break;
            case IEnumerable values: AppendList(text, values); break;
            case IConvertible number: AppendNumber(text, number.ToDouble(CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A value of type {value.GetType().Name} cannot be in a document.", nameof(value));
        }
    }

    static void AppendNumber(StringBuilder text, double number) => text.Append(double.IsFinite(number) ? JsNumber.Format(number) : "null");

    /// <summary>To JavaScript, bytes are an object with numbers for keys.</summary>
    static void AppendBytes(StringBuilder text, byte[] bytes)
    {
        text.Append('{');
        for (var i = 0; i < bytes.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}\"{i}\":{bytes[i]}");
        text.Append('}');
    }

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
