namespace Leaderful.Yjs;

/// <summary>
/// Brings structs into the document as soon as all they lean on is there; what leans on something missing waits, whatever comes in
/// between. No order of arrival costs more than another.
/// </summary>
internal sealed class Incoming(YDoc doc)
{
    readonly Dictionary<long, IncomingClient> clients = [];
    readonly Stack<IncomingClient> toTry = new();
    readonly Integration integration = new();

    public Integration Integration => integration;

    public IEnumerable<IncomingClient> Waiting => clients.Values;

    public void Take(IEnumerable<(ClientLog Log, IncomingRun Run)> runs, Transaction transaction)
    {
        foreach (var (log, run) in runs)
        {
            var client = Of(log);
            client.Add(run);
            toTry.Push(client);
        }
        while (toTry.TryPop(out var client)) Advance(client, transaction);
    }

    IncomingClient Of(ClientLog log)
    {
        if (!clients.TryGetValue(log.Client, out var client)) clients[log.Client] = client = new(log);
        return client;
    }

    void Advance(IncomingClient client, Transaction transaction)
    {
        var log = client.Log;
        while (client.First() is { Current: { } next } run)
        {
            if (next.End > log.State)
            {
                if (next.Clock > log.State || Waits(client, next)) break;
                integration.Integrate(next, log.State - next.Clock, transaction);
            }
            run.MoveNext();
        }
        while (client.TryWake(out var woken)) toTry.Push(woken!);
        Forget(client);
    }

    bool Waits(IncomingClient client, Struct next)
    {
        if (next is not Item item) return false;
        return Waits(client, item.Origin) || Waits(client, item.RightOrigin) || Waits(client, item.ParentId);
    }

    bool Waits(IncomingClient client, YId id)
    {
        if (id.IsNone || id.Client == client.Log.Client) return false;
        var other = doc.Log(id.Client);
        if (id.Clock < other.State) return false;
        client.WaitFor(Of(other), id.Clock);
        return true;
    }

    /// <summary>A client of whom nothing is left need not be remembered, unless somebody waits for more from it.</summary>
    void Forget(IncomingClient client)
    {
        if (client.IsEmpty && !client.IsAwaited) clients.Remove(client.Log.Client);
    }
}
