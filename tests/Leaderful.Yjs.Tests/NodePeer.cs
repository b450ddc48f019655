using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>Yjs itself, in a Node process that lives as long as the tests: a line is a question, a line is the answer.</summary>
public sealed class NodePeer : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    readonly Process? process;

    public NodePeer()
    {
        if (Script() is not { } script) return;
        process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false });
    }

    /// <summary>Asks, and fails with what Yjs failed with.</summary>
    public JsonNode Ask(object question)
    {
        var answer = TryAsk(question);
        return answer["failure"] is { } failure ? throw new InvalidOperationException($"Yjs: {failure}") : answer;
    }

    /// <summary>Asks; the answer may be a <c>failure</c>.</summary>
    public JsonNode TryAsk(object question)
    {
        Assert.SkipWhen(process is null, "Yjs is not there: run npm ci in tests/Leaderful.Yjs.Tests/Node.");
        lock (process!)
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
            var line = process.StandardOutput.ReadLineAsync();
            Assert.True(line.Wait(Patience), "Yjs did not answer.");
            return JsonNode.Parse(line.Result ?? throw new InvalidOperationException("Node has ended."))!;
        }
    }

    public void Dispose()
    {
        if (process is null) return;
        process.StandardInput.Close();
        if (!process.WaitForExit(5000)) process.Kill();
        process.Dispose();
    }

    static string? Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var node = Path.Combine(folder.FullName, "Node");
            if (File.Exists(Path.Combine(node, "peer.mjs"))) return Directory.Exists(Path.Combine(node, "node_modules", "yjs")) ? Path.Combine(node, "peer.mjs") : null;
        }
        return null;
    }
}
