using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Leaderful.Mime;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Markdown;

namespace Leaderful.Mail.Archive;

/// <summary>What a conversation is called that begins with a mail.</summary>
public static class MailTitle
{
    private const int FromTheText = 60;

    /// <summary>Its subject without what programs put before it; else how the text begins; else the given words.</summary>
    public static string Of(MailSubject subject, string text, string none)
    {
        var title = Clean.Line(MailWords.Whole(subject.Base));
        if (title.Length == 0) title = PlainText.Excerpt(MailText.Said(text), FromTheText);
        if (title.Length == 0) return none;
        return title.Length <= MailEntry.LongestTitle ? title : MailWords.Cut(PlainText.Excerpt(title, MailEntry.LongestTitle - 2), MailEntry.LongestTitle);
    }

    public static long? KeyOf(MailSubject subject) => subject.Base.Length == 0
        ? null
        : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(subject.Key)));
}
