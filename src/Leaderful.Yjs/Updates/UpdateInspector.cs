namespace Leaderful.Yjs;

/// <summary>Tells what is in an update.</summary>
internal static class UpdateInspector
{
    public static UpdateInfo Inspect(ReadOnlySpan<byte> update)
    {
        List<ClientSpan> clients = [];
        var structs = 0;
        var scanner = new UpdateScanner(update, thorough: true);
        while (scanner.Next(out var span))
        {
            structs++;
            if (clients is [.., var last] && last.Client == span.Client) clients[^1] = last with { To = Math.Max(last.To, span.EndClock) };
            else clients.Add(new(span.Client, span.Clock, span.EndClock));
        }
        return new(clients, structs, scanner.CountDeletes());
    }

    public static StateVector StateVectorOf(ReadOnlySpan<byte> update)
    {
        var vector = new StateVector();
        var scanner = new UpdateScanner(update);
        while (scanner.Next(out var span))
        {
            if (span.Content != ContentRef.Skip && span.Clock == vector[span.Client]) vector[span.Client] = span.EndClock;
        }
        return vector;
    }
}
