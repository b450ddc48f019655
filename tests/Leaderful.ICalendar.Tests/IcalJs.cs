using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Leaderful.ICalendar.Tests;

/// <summary>ical.js, the reader of Thunderbird, in a Node process for each batch of questions.</summary>
internal static class IcalJs
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>What ical.js makes of some documents and rules; fails with what it failed with.</summary>
    public static JsonNode Ask(object question)
    {
        var script = Script();
        Assert.SkipWhen(script is null, "ical.js is not there: run npm ci in tests/Leaderful.ICalendar.Tests/Node.");
        using var node = Process.Start(new ProcessStartInfo("node", [script!]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(JsonSerializer.Serialize(question));
        node.StandardInput.Close();
        if (!answer.Wait(Patience))
        {
            node.Kill();
            Assert.Fail("ical.js did not answer.");
        }
        return JsonNode.Parse(answer.Result)!;
    }

    static string? Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var node = Path.Combine(folder.FullName, "Leaderful.ICalendar.Tests", "Node");
            if (File.Exists(Path.Combine(node, "reader.mjs"))) return Directory.Exists(Path.Combine(node, "node_modules", "ical.js")) ? Path.Combine(node, "reader.mjs") : null;
        }
        return null;
    }
}
