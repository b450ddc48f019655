using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Mime;
using Leaderful.Search;
using Leaderful.Shared;
using Leaderful.Shared.Markdown;

namespace Leaderful.Mail.Archive;

/// <summary>Makes of a parsed mail what the database will hold, with its files already written.</summary>
public sealed class MailMaker(MailAuthors authors, Blobs blobs, Languages languages, TimeProvider time)
{
    /// <summary>A longer text is cut in the conversation and kept whole as a file.</summary>
    private const int LongestText = 200_000;

    public ArrivedMail Make(ParsedMail mail, Id<Community> community, DateTime neighbour)
    {
        var message = mail.Message;
        var subject = MailSubject.Normalise(message.Subject);
        var (at, dated) = MailDates.Of(message, mail.Piece.FromLine, neighbour, time.Utc());
        var author = authors.Of(message, mail.Piece.FromLine);
        var files = Files(mail, community);
        var (text, html) = Words(message, files);
        if (text.Length > LongestText)
        {
            files.Add(Keep(community, mail.Id, files.Count + 1, "mail.txt", Encoding.UTF8.GetBytes(text), inText: false));
            (text, html) = Shortened(text);
        }
        var mended = dated || message.MessageId is null || message.Problems.Count > 0 || author.Name.Length == 0;
        return new ArrivedMail(
            mail.Id, MailAnswers.Of(message, community, mail.Id), author, at, MailTitle.Of(subject, text, languages.English["archive.untitled"]),
            MailTitle.KeyOf(subject), subject.IsReply, text, html, HtmlAllowList.Version, files, mended)
        {
            Words = SearchWords.Of(Said.Open(html)),
        };
    }

    private static (string Text, string Html) Words(MailMessage message, List<ArrivedFile> files)
    {
        var best = message.Body.BestText();
        if (!best.IsHtml) return (MailWords.Whole(best.Text), MailHtml.OfPlain(MailWords.Whole(best.Text)));
        var html = HtmlAllowList.Rebuild(Pictured(best.Text, message, files), HtmlLimits.Mail).Html;
        return (MailWords.Whole(PlainText.FromHtml(html)), HtmlFolds.Fold(html));
    }

    private static (string Text, string Html) Shortened(string text)
    {
        var cut = MailWords.Cut(text, LongestText);
        return (cut, PlainText.ToHtml(cut).Html);
    }

    /// <summary>Pictures the mail brought along stand where its HTML shows them.</summary>
    private static string Pictured(string html, MailMessage message, List<ArrivedFile> files)
    {
        foreach (var (part, file) in Kept(message).Zip(files))
            if (file.InText) html = html.Replace($"cid:{part.ContentId}", Attachment.ShownAt(file.Id), StringComparison.OrdinalIgnoreCase);
        return html;
    }

    private static IEnumerable<MailAttachment> Kept(MailMessage message) => message.Body.Attachments.Where(a => a.Role != MailAttachmentRole.Signature);

    private List<ArrivedFile> Files(ParsedMail mail, Id<Community> community)
    {
        if (mail.Message.Body.Attachments.Count == 0) return [];
        var html = mail.Message.Body.BestText() is { IsHtml: true } best ? best.Text : "";
        return [.. Kept(mail.Message).Select((part, i) => Keep(
            community, mail.Id, i + 1, part.FileName, part.Decode().Span,
            inText: part.ContentId is { Length: > 0 } id && html.Contains($"cid:{id}", StringComparison.OrdinalIgnoreCase)))];
    }

    private ArrivedFile Keep(Id<Community> community, Id<MailEntry> mail, int number, string name, ReadOnlySpan<byte> bytes, bool inText)
    {
        var (kind, hash) = (FileKind.Of(bytes), SHA256.HashData(bytes));
        var id = FileId(mail, number, hash);
        blobs.Write(community, id.ToString(), bytes);
        return new ArrivedFile(id, MailWords.Cut(name, Attachment.LongestName), kind, bytes.Length, hash, inText && FileKind.IsShown(kind));
    }

    /// <summary>Made of what it is, so that an import that was interrupted writes over what it left behind.</summary>
    private static Id<Attachment> FileId(Id<MailEntry> mail, int number, byte[] hash)
    {
        Span<byte> bytes = stackalloc byte[52];
        mail.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], number);
        hash.CopyTo(bytes[20..]);
        return new(new Guid(SHA256.HashData(bytes).AsSpan(0, 16), bigEndian: true));
    }
}
