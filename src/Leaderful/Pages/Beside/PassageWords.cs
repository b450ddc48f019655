using System.Buffers.Text;
using Leaderful.Conversations;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;
using Leaderful.Yjs;

namespace Leaderful.Pages.Beside;

/// <summary>What somebody marked on a page and has to say about it, as their browser sends it.</summary>
public sealed record PassageWords(byte[] Start, byte[] End, string Quote, string? Instead, string Text)
{
    private const int LongestEnd = 200;

    public string Title => TitleOf(Quote);

    public static string TitleOf(string quote) => $"“{PlainText.Excerpt(quote, 80)}”";

    /// <summary>Null where something is wrong with it, which the form then says; what no browser of ours sends is not there.</summary>
    public static PassageWords? Read(Form form, Words words)
    {
        if (Place(form["start"]) is not { } start || Place(form["end"]) is not { } end || string.IsNullOrWhiteSpace(form["quote"])) return null;
        var quote = form["quote"];
        var instead = form.Text("instead", Passage.LongestQuote, words["pages.beside.wrong.instead-long"]);
        if (instead.Length > 0 && quote.Length > Passage.LongestQuote) form.Refuse("instead", words["pages.beside.wrong.quote-long"]);
        var text = form.Text("text", MarkdownText.MaxLength, words["conversations.wrong.text-long"], instead.Length > 0 ? null : words["pages.beside.wrong.text-missing"]);
        var isOther = instead.Length > 0 && instead != quote;
        return new PassageWords(start, end, Cut(quote), isOther ? instead : null, text.Length > 0 ? text : instead);
    }

    private static string Cut(string quote)
    {
        if (quote.Length <= Passage.LongestQuote) return quote;
        var most = Passage.LongestQuote - 1;
        return $"{quote[..(char.IsHighSurrogate(quote[most - 1]) ? most - 1 : most)]}…";
    }

    private static byte[]? Place(string sent)
    {
        if (sent.Length is 0 or > LongestEnd || !Base64Url.IsValid(sent)) return null;
        var bytes = Base64Url.DecodeFromChars(sent);
        try
        {
            return RelativePosition.Decode(bytes).Encode();
        }
        catch (YjsFormatException)
        {
            return null;
        }
    }
}
