using System.Text.Json.Nodes;
using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Yjs;

namespace Leaderful.Pages.Together;

/// <summary>
/// Tells the other nodes who is on a page here, and hears it from them: a few times a second, of each the last they told, in
/// messages that nobody keeps. One that is lost is made up for by the next, for everybody says again that they are here.
/// </summary>
internal sealed class PresenceElsewhere(PageHub hub, Passing passing, Signals signals, TimeProvider time, ILogger<PresenceElsewhere> log) : BackgroundService
{
    private const string Begin = "here:";
    private const string Question = "?";

    /// <summary>What does not fit goes with the next; of who told something anew meanwhile only that.</summary>
    private const int MostAtOnce = 50;
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(150);

    private readonly string node = Guid.NewGuid().ToString("N");
    private readonly Lock gate = new();
    private readonly Dictionary<(Id<Page> Page, long Client), Told> untold = [];
    private readonly HashSet<Id<Page>> unasked = [];

    /// <summary>Asks the others who is here, once a page is open.</summary>
    public void Ask(PageRoom room)
    {
        if (passing.IsAlone || room.HasAsked) return;
        room.HasAsked = true;
        lock (gate) unasked.Add(room.Id);
    }

    public void Note(PageRoom room, IReadOnlyList<Told> told)
    {
        if (passing.IsAlone || told.Count == 0) return;
        lock (gate)
            foreach (var one in told) untold[(room.Id, one.State.Client)] = one;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (passing.IsAlone) return;
        using var listening = signals.Listen(Hear);
        using var timer = new PeriodicTimer(Cadence, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Tell(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>All that is to be told, as far as it goes.</summary>
    public async Task Tell(CancellationToken stop)
    {
        var words = Next();
        try
        {
            await passing.Tell(words, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogDebug(failure, "Other nodes could not be told who is on a page.");
        }
    }

    private List<string> Next()
    {
        var words = new List<string>();
        lock (gate)
        {
            foreach (var page in unasked) words.Add($"{Begin}{page}:{node}:{Question}");
            unasked.Clear();
            foreach (var page in untold.GroupBy(u => u.Key.Page).ToList())
            {
                if (words.Count >= MostAtOnce) break;
                words.AddRange(Packed($"{Begin}{page.Key}:{node}:", page.Select(u => u.Value)));
                foreach (var (key, _) in page) untold.Remove(key);
            }
        }
        return words;
    }

    /// <summary>As few messages as they fit into.</summary>
    private static IEnumerable<string> Packed(string begin, IEnumerable<Told> all)
    {
        var (packed, length) = (new List<string>(), begin.Length + 2);
        foreach (var told in all)
        {
            var one = $$"""[{{told.State.Client}},{{told.State.Clock}},"{{told.By}}",{{told.State.Json ?? "null"}}]""";
            if (length + one.Length + 1 > Passing.Longest && packed.Count > 0)
            {
                yield return $"{begin}[{string.Join(',', packed)}]";
                (packed, length) = ([], begin.Length + 2);
            }
            packed.Add(one);
            length += one.Length + 1;
        }
        yield return $"{begin}[{string.Join(',', packed)}]";
    }

    private void Hear(string stream)
    {
        if (!stream.StartsWith(Begin, StringComparison.Ordinal)) return;
        var parts = stream.Split(':', 4);
        if (parts.Length < 4 || parts[2] == node || !Id<Page>.TryParse(parts[1], null, out var id) || hub.Open(id) is not { } room) return;
        if (parts[3] == Question) Note(room, room.Presence.Ours());
        else room.Pass(room.Presence.TakeFromElsewhere(Read(parts[3])));
    }

    private static List<Told> Read(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(one =>
        new Told(new AwarenessState((long)one![0]!, (long)one[1]!, one[3]?.ToJsonString()), Id<Actor>.Parse((string)one[2]!, null)))];
}
