using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Mime;

/// <summary>Ids for mails that have none.</summary>
public static class MailIds
{
    /// <summary>
    /// A Message-ID (without brackets) made from what a mail is: the SHA-256 of its date, author, subject and text. The
    /// same mail gives the same id on every import; line ends and blanks at line ends do not count, for archives differ
    /// in them.
    /// </summary>
    public static string Synthetic(DateTimeOffset? date, string from, string subject, string body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "");
        Append(hash, from.Trim().ToLowerInvariant());
        Append(hash, subject.Trim());
        Append(hash, Canonical(body));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16)) + "@synthetic.invalid";
    }

    /// <summary>The id of a message, or the synthetic one if it has none.</summary>
    public static string Of(MailMessage message) => message.MessageId ?? Synthetic(
        message.BestDate,
        message.From is [var author, ..] ? author.Address : "",
        message.Subject,
        message.Body.Plain ?? message.Body.Html ?? "");

    /// <summary>Each field with its length before it, so that no two different mails give the same bytes.</summary>
    static void Append(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    static string Canonical(string body)
    {
        var canonical = new StringBuilder(body.Length);
        foreach (var line in body.AsSpan().Split('\n')) canonical.Append(body.AsSpan(line).TrimEnd()).Append('\n');
        return canonical.ToString().TrimEnd('\n');
    }
}
