using System.Text.Json;
using System.Text.Json.Nodes;

namespace Leaderful.Yjs.Tests;

/// <summary>What Yjs wrote for one scenario; recorded by <c>Node/vectors.mjs</c>.</summary>
public sealed record Vector(string Name, byte[][] Updates, byte[][] UpdatesV2, byte[] State, byte[] StateV2, byte[] StateVector, byte[] Merged, string Dump)
{
    static readonly JsonArray Recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "vectors.json")))!.AsArray();

    public static IEnumerable<string> Names => Recorded.Select(node => node!["name"]!.GetValue<string>());

    public static Vector Of(string name)
    {
        var node = Recorded.Single(node => node!["name"]!.GetValue<string>() == name)!;
        return new(name, Many(node["updates"]!), Many(node["updatesV2"]!), Bytes(node["state"]!), Bytes(node["stateV2"]!), Bytes(node["vector"]!), Bytes(node["merged"]!), Tests.Dump.Of(node["dump"]!));
    }

    static byte[] Bytes(JsonNode node) => Convert.FromBase64String(node.GetValue<string>());

    static byte[][] Many(JsonNode node) => [.. node.AsArray().Select(n => Bytes(n!))];
}
