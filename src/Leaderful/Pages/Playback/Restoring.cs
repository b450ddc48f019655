using Leaderful.Pages.Together;
using Leaderful.Yjs;

namespace Leaderful.Pages.Playback;

/// <summary>
/// Makes a page say again what it said before, as a change like any other. What says so already at its beginning and end is
/// left alone, with whatever hangs on it.
/// </summary>
internal static class Restoring
{
    /// <summary>The change, or nothing where it says so already.</summary>
    public static byte[]? Change(Written now, Written then)
    {
        var (doc, before) = (PageText.Read(now), PageText.Read(then));
        return doc.Transact(() => doc.GetXmlFragment(PageText.Field).ReplaceWith(before.GetXmlFragment(PageText.Field)));
    }
}
