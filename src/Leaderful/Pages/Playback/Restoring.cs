using Leaderful.Data;
using Leaderful.Pages.Together;
using Leaderful.Yjs;

namespace Leaderful.Pages.Playback;

/// <summary>
/// Makes a page say again what it said before, as a change like any other. What says so already at its beginning and end is
/// left alone, with whatever hangs on it.
/// </summary>
internal static class Restoring
{
    /// <summary>The change, or nothing where it says so already; all of it by whoever makes it.</summary>
    public static byte[]? Change(Written now, Written then) => Change(PageText.Read(now), then, null);

    /// <summary>The change, and whose the words are that come back with it, which stay those of whoever wrote them.</summary>
    public static (byte[]? Change, IReadOnlyDictionary<long, Id<Actor>> Others) BringBack(Written now, Written then, IReadOnlyDictionary<long, Id<Actor>> hands)
    {
        var (doc, clients) = (PageText.Read(now), new Dictionary<Id<Actor>, long>());
        var change = Change(doc, then, client => hands.TryGetValue(client, out var writer) ? Fresh(writer) : doc.ClientId);
        return (change, clients.ToDictionary(c => c.Value, c => c.Key));

        long Fresh(Id<Actor> writer) => clients.TryGetValue(writer, out var client) ? client : clients[writer] = new YDoc().ClientId;
    }

    private static byte[]? Change(YDoc doc, Written then, Func<long, long>? hand) =>
        doc.Transact(() => doc.GetXmlFragment(PageText.Field).ReplaceWith(PageText.Read(then).GetXmlFragment(PageText.Field), hand));
}
