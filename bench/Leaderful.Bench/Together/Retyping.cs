using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Leaderful.Yjs;

namespace Leaderful.Bench.Together;

/// <summary>
/// A text that people typed, typed again: one writes, one reads, each step is one update, and so many are on their way at once. The
/// updates are made beforehand. It ends when the reader has the whole text.
/// </summary>
internal static class Retyping
{
    private const int OnTheirWay = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Run(PageServer server, string trace)
    {
        var (updates, text, client) = Made(trace);
        // How far a reader is who has an update.
        var clocks = updates.ConvertAll(u => YUpdate.Inspect(u).Clients is [var span] ? span.To : 0);
        var page = server.Pages[0];
        var (heard, reached) = (new List<byte[]>(), 0L);
        using var reader = await server.Join(page, message =>
        {
            if (server.Dialect.Update(message) is not { } update) return;
            lock (heard) heard.Add(update.ToArray());
            foreach (var span in YUpdate.Inspect(update.Span).Clients)
                if (span.Client == client) Volatile.Write(ref reached, span.To);
        });
        using var writer = await server.Join(page, _ => { });
        using var use = new Use(server.Process);
        var begun = Stopwatch.GetTimestamp();
        for (int sent = 0, arrived = 0; sent < updates.Count;)
        {
            while (arrived < sent && clocks[arrived] <= Volatile.Read(ref reached)) arrived++;
            if (sent - arrived < OnTheirWay) writer.Send(server.Dialect.Frame(page, YMessage.Update(updates[sent++])));
            else await Task.Delay(1);
            if (Stopwatch.GetElapsedTime(begun) > Patience) break;
        }
        var read = new YDoc();
        while (!IsThere(read, heard, text) && Stopwatch.GetElapsedTime(begun) < Patience) await Task.Delay(5);
        var (took, isRight) = (Stopwatch.GetElapsedTime(begun), TextOf(read) == text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"retyped {server.Name}: {updates.Count} edits in {took.TotalSeconds:F1} s, server {use.Server.TotalSeconds:F2} s of a core, {use.Memory} MiB, text {(isRight ? "right" : "WRONG")}"));
        return isRight ? 0 : 1;
    }

    private static bool IsThere(YDoc read, List<byte[]> heard, string text)
    {
        lock (heard)
        {
            foreach (var update in heard) read.ApplyUpdate(update);
            heard.Clear();
        }
        return TextOf(read) == text;
    }

    private static string TextOf(YDoc doc) =>
        doc.GetXmlFragment("default").Children.FirstOrDefault() is YXmlElement { Children: var inside } ? string.Concat(inside) : "";

    private static (List<byte[]> Updates, string Text, long Client) Made(string trace)
    {
        using var file = new GZipStream(File.OpenRead(trace), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(file);
        var doc = new YDoc();
        YXmlText text = null!;
        var updates = new List<byte[]> { doc.Transact(() => text = doc.GetXmlFragment("default").AddElement("paragraph").AddText())! };
        foreach (var step in json.RootElement.GetProperty("txns").EnumerateArray())
        {
            var update = doc.Transact(() =>
            {
                foreach (var patch in step.GetProperty("patches").EnumerateArray())
                {
                    var (at, deleted, inserted) = (patch[0].GetInt32(), patch[1].GetInt32(), patch[2].GetString()!);
                    if (deleted > 0) text.Delete(at, deleted);
                    if (inserted.Length > 0) text.Insert(at, inserted);
                }
            });
            if (update is not null) updates.Add(update);
        }
        return (updates, text.ToString(), doc.ClientId);
    }
}
