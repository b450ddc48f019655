using System.Globalization;

namespace Leaderful.Bench.Together;

/// <summary>A server of live pages: how it is spoken to, where its pages are, and which process it is.</summary>
internal sealed record PageServer(string Name, Uri Address, Dialect Dialect, int Process, IReadOnlyList<string> Pages, IReadOnlyList<string> Cookies)
{
    private const int MadeUp = 200;

    public TimeSpan WarmUp { get; } = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("WARMUP") ?? "30", CultureInfo.InvariantCulture));

    /// <summary>Ours, with the pages it has from one on; another makes a page of any name when somebody comes.</summary>
    public static PageServer Of(string name, string address, int process, string filled, int first)
    {
        var (pages, cookies) = name == "leaderful"
            ? ([.. Filled.Read(filled).Pages!.Select(id => $"live/pages/{id}?acks=1")], Filled.Read(filled).Cookies)
            : ((IReadOnlyList<string>)[.. Enumerable.Range(0, MadeUp).Select(n => $"page-{n}")], (IReadOnlyList<string>)["-"]);
        return new PageServer(name, new Uri(address), Dialect.Of(name == "hocuspocus" ? name : "y-websocket"), process, [.. pages.Skip(first)], cookies);
    }

    /// <summary>Somebody who comes to a page, once they have all there is on it.</summary>
    public async Task<Wire> Join(string page, Action<ReadOnlyMemory<byte>> hear)
    {
        var inStep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wire = await Wire.To(Dialect.Address(Address, page), Cookies[0], message =>
        {
            hear(message);
            if (Dialect.Update(message) is not null) inStep.TrySetResult();
        });
        foreach (var message in Dialect.Greeting(page)) wire.Send(message);
        await inStep.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return wire;
    }
}
