using System.Security.Cryptography;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Mime;

namespace Leaderful.Mail.Receiving;

/// <summary>A mail at the door: to which of our addresses, from whom, and whether it was here before.</summary>
public sealed record ArrivedLetter(string Tag, string From, string Subject, byte[] Key, byte[] Bytes)
{
    /// <summary>What a mail server writes on the envelope it hands over, before what the sender wrote on the letter.</summary>
    private static readonly string[] OnEnvelope = ["Delivered-To", "X-Original-To", "Envelope-To"];

    /// <summary>Nothing where it is for no address of ours.</summary>
    public static ArrivedLetter? Read(byte[] bytes, string? recipient, Inbound inbound)
    {
        if (recipient is not null && inbound.TagOf(recipient) is null) return null;
        var mail = MailMessage.Parse(bytes);
        var tags = Addresses(mail).Prepend(recipient ?? "").Select(inbound.TagOf).OfType<string>().ToList();
        if (tags.Count == 0) return null;
        var tag = Sending.Short(tags.Find(t => t.Length > 0) ?? "", ReceivedMail.LongestAddress);
        return new(tag, FromOf(mail), Sending.Short(mail.Subject, ReceivedMail.LongestSubject), KeyOf(mail, tag, bytes), bytes);
    }

    private static IEnumerable<string> Addresses(MailMessage mail) => OnEnvelope
        .SelectMany(name => mail.Headers.All(name)).SelectMany(header => MailAddress.ParseList(header.Text))
        .Concat(mail.To).Concat(mail.Cc).Select(address => address.Address);

    private static string FromOf(MailMessage mail) => mail.From is [var from, ..] ? Sending.Short(Person.KeyOf(from.Address), ReceivedMail.LongestAddress) : "";

    /// <summary>On its way a mail may get other lines above it, but keeps its id.</summary>
    private static byte[] KeyOf(MailMessage mail, string tag, byte[] bytes) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(tag), (byte)'\n', .. mail.MessageId is { Length: > 0 } id ? Encoding.UTF8.GetBytes(id) : bytes]);
}
