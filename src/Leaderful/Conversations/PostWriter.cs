using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Mail.Archive;
using Leaderful.Shared;
using Leaderful.Shared.Views;

namespace Leaderful.Conversations;

/// <summary>
/// Writes the posts of a conversation as one piece of markup. A page of fifty is what this house shows most, and fifty times
/// thirty frames of a render tree took three times as long as these lines. Whatever people or words files say is encoded.
/// </summary>
public sealed class PostWriter(Words words, string address, string prefix)
{
    private const string Icon = "<svg class=\"icon s\" aria-hidden=\"true\"><use href=\"/icons.svg#i-";
    private const string IconEnd = "\"></use></svg>";

    private readonly string path = HtmlEncoder.Default.Encode(address);
    private readonly string valuable = Icon + "valuable" + IconEnd;
    private readonly string valued = Icon + "valuable-on" + IconEnd;
    private readonly string notYet = Safe(words["conversations.valuable"]);
    private readonly string quote = Icon + "quote" + IconEnd + Safe(words["conversations.quote"]);
    private readonly string edit = Icon + "edit" + IconEnd + Safe(words["conversations.edit"]);
    private readonly string more = Safe(words["conversations.more"]);
    private readonly Dictionary<Id<Actor>, Author> authors = [];
    private readonly StringBuilder to = new(2 * Piece);

    /// <summary>Pieces stay well under what the runtime calls large, or every page would be paid for in full collections.</summary>
    private const int Piece = 12 * 1024;

    public static IEnumerable<string> Write(IReadOnlyList<PostRow> posts, Words words, string address, int newFrom = 0, long? seen = null, string prefix = "p")
    {
        var writer = new PostWriter(words, address, prefix);
        foreach (var post in posts)
        {
            if (post.Number == newFrom) writer.Since(post.Number);
            writer.Post(post, arrives: post.Born > seen);
            if (writer.IsFull) yield return writer.Take();
        }
        yield return writer.Take();
    }

    private bool IsFull => to.Length > Piece;

    private string Take()
    {
        var piece = to.ToString();
        to.Clear();
        return piece;
    }

    /// <summary>Where the reader left off.</summary>
    private void Since(int number) => to
        .Append(CultureInfo.InvariantCulture, $"<li class=\"since\" id=\"new\" tabindex=\"-1\" data-order=\"{number - 1}.5\">")
        .Append(Safe(words["conversations.new-from-here"])).Append("</li>");

    /// <summary>A post that is new to a live page is told where to go, and is announced.</summary>
    private void Post(PostRow post, bool arrives)
    {
        if (post.MovedTo is { } there)
        {
            there.Write(to, post.Number, words, address, arrives);
            return;
        }
        var author = Of(post);
        to.Append("<li id=\"").Append(prefix).Append(post.Number).Append(post.DeletedAt is null ? "\" data-author=\"" : "\" class=\"taken-down\" data-author=\"")
            .Append(author.Id).Append("\" data-order=\"").Append(post.Number);
        if (arrives) to.Append("\" data-into=\"posts\" data-announce=\"").Append(Safe(words.Say("conversations.new-post", ("name", author.Plain))));
        to.Append("\"><span class=\"who\" style=\"").Append(author.Turn).Append("\" aria-hidden=\"true\">");
        if (post.DeletedAt is { } gone) Gone(post, gone);
        else Standing(post, author);
        to.Append("</article></li>");
    }

    private void Gone(PostRow post, DateTime at) => to.Append("·</span><article class=\"post\"><p>")
        .Append(words.Rich(post.ByItsAuthor ? "conversations.taken-down.author" : "conversations.taken-down.steward", ("time", Time.Of(at, words))).Value)
        .Append("</p>");

    private void Standing(PostRow post, Author author)
    {
        to.Append(author.Initials).Append("</span><article class=\"post\"><header class=\"post-head\"><b dir=\"auto\">").Append(author.Name).Append("</b>");
        Link(post, "", null).Append(Time.Of(post.WrittenAt, words).Value).Append("</a>");
        if (post.EditedAt is { } edited)
            Link(post, "/revisions", "edited").Append(words.Rich("conversations.edited", ("time", Time.Of(edited, words))).Value).Append("</a>");
        to.Append("</header>");
        if (post.Folded is { } fold) to.Append("<details class=\"folded care\"><summary>").Append(Safe(words[$"care.fold.{fold.Key()}"])).Append("</summary>");
        to.Append("<div class=\"read\" dir=\"auto\" data-words>").Append(Folds.Say(post.Html, words)).Append("</div>");
        if (post.FileCount > 0) Files(post.Files);
        if (post.Folded is not null) to.Append("</details>");
        to.Append("<div class=\"post-foot\">");
        Value(post);
        to.Append("<a href=\"").Append(path).Append("?quote=").Append(post.Number).Append("#reply\" data-quote>").Append(quote).Append("</a>");
        Link(post, "/revisions/new", "own").Append(edit).Append("</a>");
        if (post.Folded is not null) Link(post, "/care", "own").Append(Safe(words["care.look"])).Append("</a>");
        Link(post, "/acts", "more").Append(more).Append("</a></div>");
    }

    /// <summary>Two buttons, of which each reader's own style shows one; to the author only how many.</summary>
    private void Value(PostRow post)
    {
        to.Append("<form method=\"post\" action=\"").Append(path).Append("/posts/").Append(post.Number).Append("/value\"><button class=\"value\">").Append(valuable)
            .Append(post.ValuedBy == 0 ? notYet : Safe(words.Count("conversations.valuable-too", post.ValuedBy))).Append("</button>");
        if (post.ValuedBy > 0)
            to.Append("<button class=\"valued\" aria-pressed=\"true\" formaction=\"").Append(path).Append("/posts/").Append(post.Number).Append("/value/withdrawal\">").Append(valued)
                .Append(Safe(post.ValuedBy == 1 ? words["conversations.valued"] : words.Count("conversations.valued-more", post.ValuedBy - 1))).Append("</button>");
        to.Append("</form>");
        if (post.ValuedBy > 0)
            to.Append("<span class=\"own\">").Append(valued).Append(Safe(words.Count("conversations.valued-yours", post.ValuedBy))).Append("</span>");
    }

    private void Files(IEnumerable<ListedFile> files)
    {
        to.Append("<ul class=\"files\" aria-label=\"").Append(Safe(words["files.came-with-it"])).Append("\">");
        foreach (var file in files)
        {
            if (FileKind.IsShown(file.ContentType)) Picture(file);
            else
                to.Append("<li><a href=\"/files/").Append(file.Id).Append("\" dir=\"auto\" download>").Append(Safe(file.FileName))
                    .Append("</a> <span class=\"meta\">").Append(Safe(FileSize.Of(file.Size, words))).Append("</span></li>");
        }
        to.Append("</ul>");
    }

    private void Picture(ListedFile file) => to.Append("<li class=\"picture\"><a href=\"").Append(Attachment.ShownAt(file.Id)).Append("\"><img src=\"").Append(Attachment.ShownAt(file.Id))
        .Append("\" loading=\"lazy\" alt=\"").Append(Safe(words.Say("files.picture", ("name", file.FileName)))).Append("\"></a></li>");

    private StringBuilder Link(PostRow post, string more, string? kind)
    {
        to.Append("<a ");
        if (kind is not null) to.Append("class=\"").Append(kind).Append("\" ");
        return to.Append("href=\"").Append(path).Append("/posts/").Append(post.Number).Append(more).Append("\">");
    }

    private Author Of(PostRow post)
    {
        if (authors.TryGetValue(post.AuthorId, out var known)) return known;
        var plain = post.AuthorName.Length > 0 ? post.AuthorName : words["conversations.former"];
        return authors[post.AuthorId] = new Author(post.AuthorId.ToString(), plain, Safe(plain), Safe(Initials.Of(post.AuthorName)), Initials.Turn(post.AuthorId.Value));
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Author(string Id, string Plain, string Name, string Initials, string Turn);
}
