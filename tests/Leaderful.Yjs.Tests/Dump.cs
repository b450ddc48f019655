using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Leaderful.Yjs.Tests;

/// <summary>What a document holds, as the same JSON that <c>Node/dump.mjs</c> writes.</summary>
internal static class Dump
{
    public static string Of(YDoc doc) => JsonOutput.Write(new Dictionary<string, object?>
    {
        ["text"] = Type(doc.GetText("text")),
        ["array"] = Type(doc.GetArray("array")),
        ["map"] = Type(doc.GetMap("map")),
        ["xml"] = Type(doc.GetXmlFragment("xml")),
    });

    /// <summary>A dump of Yjs', in the same form.</summary>
    public static string Of(JsonNode node) => JsonOutput.Write(JsonText.Read(System.Text.Encoding.UTF8.GetBytes(node.GetValue<string>())));

    /// <summary>With runs of the same formats made one.</summary>
    public static string Joined(string dump)
    {
        var all = JsonNode.Parse(dump)!;
        Join(all);
        return all.ToJsonString();
    }

    static void Join(JsonNode? node)
    {
        if (node is JsonArray runs)
        {
            for (var i = runs.Count - 1; i > 0; i--)
            {
                if (runs[i - 1] is not JsonObject left || runs[i] is not JsonObject right || !JsonNode.DeepEquals(left["formats"], right["formats"])) continue;
                if (left["insert"] is not JsonValue before || right["insert"] is not JsonValue after) continue;
                left["insert"] = before.GetValue<string>() + after.GetValue<string>();
                runs.RemoveAt(i);
            }
            foreach (var inner in runs) Join(inner);
        }
        else if (node is JsonObject values)
        {
            foreach (var (_, inner) in values) Join(inner);
        }
    }

    public static string Of(byte[] update)
    {
        var doc = new YDoc();
        doc.ApplyUpdate(update);
        return Of(doc);
    }

    static Dictionary<string, object?> Tagged(string tag, object? of) => new() { ["$"] = tag, ["of"] = of };

    // The keys that look like numbers come first in JavaScript, and are not used here.
    static Dictionary<string, object?> Sorted(IReadOnlyDictionary<string, object?> values) =>
        values.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key, v => Value(v.Value), StringComparer.Ordinal);

    static object? Value(object? value) => value switch
    {
        YUndefined => new Dictionary<string, object?> { ["$"] = "undefined" },
        BigInteger number => Tagged("bigint", number.ToString(CultureInfo.InvariantCulture)),
        double number when !double.IsFinite(number) => Tagged("number", JsNumber.Format(number)),
        byte[] bytes => Tagged("bytes", Convert.ToBase64String(bytes)),
        YSubdocument doc => Tagged("doc", doc.Guid),
        YType type => Type(type),
        IReadOnlyList<object?> list => list.Select(Value).ToList(),
        IReadOnlyDictionary<string, object?> values => Tagged("object", values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new List<object?> { v.Key, Value(v.Value) }).ToList()),
        _ => value,
    };

    static Dictionary<string, object?> Run(YTextRun run) => new() { ["insert"] = Value(run.Text ?? run.Embed), ["formats"] = Sorted(run.Formats) };

    static Dictionary<string, object?> Type(YType type)
    {
        switch (type)
        {
            case YText text:
                return new() { ["$"] = text is YXmlText ? "xmltext" : "text", ["of"] = text.ToRuns().Select(Run).ToList(), ["attributes"] = Sorted(text.Attributes) };
            case YArray array: return Tagged("array", array.ToList().Select(Value).ToList());
            case YXmlHook hook: return new() { ["$"] = "hook", ["name"] = hook.HookName, ["of"] = Sorted(hook.ToDictionary()) };
            case YMap map: return Tagged("map", Sorted(map.ToDictionary()));
            case YXmlElement element:
                return new() { ["$"] = "element", ["name"] = element.NodeName, ["attributes"] = Sorted(element.Attributes), ["of"] = element.Children.Select(Type).ToList() };
            default: return Tagged("fragment", ((YXmlFragment)type).Children.Select(Type).ToList());
        }
    }
}
