using Leaderful.Pages.Together;

namespace Leaderful.Pages.Beside;

/// <summary>Puts other words where some stand, as a change like any other.</summary>
internal static class Suggestion
{
    /// <summary>The change; nothing where the words are no longer those that were meant.</summary>
    public static byte[]? Change(Written written, byte[] start, byte[] end, string quote, string instead)
    {
        var doc = PageText.Read(written);
        if (PassagePlace.Find(doc, start, end) is not { Text: var text, From: var from } place || place.Words != quote) return null;
        return doc.Transact(() =>
        {
            // Behind the first letter, so that they look as what they stand for.
            text.Insert(from + 1, instead);
            text.Delete(from + 1 + instead.Length, quote.Length - 1);
            text.Delete(from, 1);
        });
    }
}
