using System.Diagnostics;
using System.Runtime.InteropServices;
using Leaderful.Yjs;

namespace Leaderful.Bench.Together;

/// <summary>
/// Somebody on a page: types a letter after their last, in a paragraph of their own, when they are told to, and notes what of the
/// others' arrives. Their document holds only what they wrote themselves, so that the load costs little.
/// </summary>
internal sealed class Hand : IDisposable
{
    private readonly Crowd crowd;
    private readonly string page;
    private readonly YDoc doc = new();
    private readonly YXmlText text;
    private readonly byte[] begun;
    private readonly Dictionary<long, long> seen = [];
    private readonly TaskCompletionSource inStep = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When each letter was due, and how many others lack it still; first come the paragraph and its text.</summary>
    private readonly List<(long Due, int Lacking)> typed = [(0, int.MaxValue), (0, int.MaxValue)];
    private Wire? wire;

    public Hand(Crowd crowd, string page)
    {
        (this.crowd, this.page) = (crowd, page);
        YXmlText? own = null;
        begun = doc.Transact(() => own = doc.GetXmlFragment("default").AddElement("paragraph").AddText())!;
        text = own!;
    }

    public long Client => doc.ClientId;

    public async Task Join(Uri server, string cookie)
    {
        wire = await Wire.To(crowd.Dialect.Address(server, page), cookie, Hear);
        foreach (var message in crowd.Dialect.Greeting(page)) wire.Send(message);
        await inStep.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Send(begun);
    }

    public void Type(long due, int others)
    {
        lock (typed) typed.Add((due, others));
        Send(doc.Transact(() => text.Insert(text.Length, "a"))!);
    }

    public void Dispose() => wire?.Dispose();

    private void Send(byte[] update) => wire!.Send(crowd.Dialect.Frame(page, YMessage.Update(update)));

    private void Hear(ReadOnlyMemory<byte> message)
    {
        if (crowd.Dialect.Update(message) is not { } update) return;
        inStep.TrySetResult();
        var now = Stopwatch.GetTimestamp();
        foreach (var span in YUpdate.Inspect(update.Span).Clients)
        {
            if (span.Client == Client || crowd.Writer(span.Client) is not { } writer) continue;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, span.Client, out _);
            if (span.To <= known) continue;
            writer.Arrived(Math.Max(known, span.From), span.To, now);
            known = span.To;
        }
    }

    /// <summary>One of the others has these letters.</summary>
    private void Arrived(long from, long to, long now)
    {
        lock (typed)
        {
            foreach (ref var letter in CollectionsMarshal.AsSpan(typed)[(int)from..(int)to])
                if (--letter.Lacking == 0) crowd.Wait(letter.Due, now);
        }
    }
}
