using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mime;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Which mails a mail answers. Mails that name a common one, here or missing, are one conversation, so what belongs together
/// never depends on which came first. In-Reply-To counts where there are no References; addresses in it are people, not mails.
/// </summary>
public static class MailAnswers
{
    private const int MostNearest = 20;

    public static List<Id<MailEntry>> Of(MailMessage mail, Id<Community> community, Id<MailEntry> own)
    {
        var named = mail.References.Count > 0 ? mail.References : mail.InReplyTo.Where(id => !IsPerson(mail, id)).Take(1).ToList();
        var taken = named.Count <= MostNearest ? named : [named[0], .. named.Skip(named.Count - MostNearest + 1)];
        return [.. taken.Select(id => MailEntry.IdOf(community, id)).Where(id => id != own).Distinct()];
    }

    private static bool IsPerson(MailMessage mail, string id) =>
        mail.From.Concat(mail.To).Concat(mail.Cc).Any(a => a.Address.Equals(id, StringComparison.OrdinalIgnoreCase));
}
