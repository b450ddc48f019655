using Leaderful.Accounts;
using Leaderful.Mime;
using Leaderful.Shared.Forms;

namespace Leaderful.Mail.Archive;

/// <summary>Who wrote a mail, and what they are called here. Nobody's address is shown.</summary>
public sealed class MailAuthors(AddressHasher hasher)
{
    private const int LongestName = 80;

    public MailAuthor Of(MailMessage mail, MboxFromLine? line)
    {
        var who = Behind(mail) ?? mail.Sender ?? FromLine(line) ?? new MailAddress(null, "");
        var name = NameOf(who);
        // Without an address nobody can claim the name; the same name is then the same author.
        return new MailAuthor(hasher.Hash(who.Address.Length > 0 ? who.Address : $"\0{name}"), name);
    }

    /// <summary>Lists that write under their own address name the author elsewhere.</summary>
    private static MailAddress? Behind(MailMessage mail)
    {
        if (mail.From is not [var writer, ..] || !writer.Address.Contains('@')) return Spelled(mail) ?? mail.From.FirstOrDefault();
        var via = writer.Name?.LastIndexOf(" via ", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (via <= 0) return writer;
        var named = writer.Name![..via].Trim('\'', '"', ' ');
        var behind = mail.Headers["X-Original-From"] is { } original ? MailAddress.ParseList(original) : mail.ReplyTo;
        return behind.FirstOrDefault(a => a.Address.Contains('@') && !a.Address.Equals(writer.Address, StringComparison.OrdinalIgnoreCase)) is { } author
            ? author with { Name = author.Name ?? named }
            : writer with { Name = named };
    }

    /// <summary>Archives on the web write "ada at example.org (Ada Lovelace)".</summary>
    private static MailAddress? Spelled(MailMessage mail) => mail.Headers["From"] is { } field && field.Contains(" at ", StringComparison.Ordinal)
        ? MailAddress.ParseList(field.Replace(" at ", "@", StringComparison.Ordinal)).FirstOrDefault(a => a.Address.Contains('@'))
        : null;

    private static MailAddress? FromLine(MboxFromLine? line) => line is { Sender: var sender } && sender.Contains('@') ? new MailAddress(null, sender) : null;

    private static string NameOf(MailAddress who)
    {
        var name = Clean.Line(MailWords.Whole(who.Name ?? "")).Trim('\'', '"', ' ', '<', '>');
        if (name.Length == 0 || name.Contains('@') || name.Contains(" at ", StringComparison.Ordinal)) name = LocalPart(who.Address);
        return name.Length <= LongestName ? name : MailWords.Cut(name, LongestName).TrimEnd();
    }

    private static string LocalPart(string address)
    {
        var at = address.IndexOf('@');
        var local = at < 0 ? address : address[..at];
        if (local.IndexOf('+') is > 0 and var tag) local = local[..tag];
        return Clean.Line(MailWords.Whole(local.Replace('.', ' ').Replace('_', ' ')));
    }
}
