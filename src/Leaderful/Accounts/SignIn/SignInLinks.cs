using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class SignInLinks
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    public const int MostInAnHour = 12;

    /// <summary>
    /// Mails a link that lets its reader in once, or, where the address has no account, make one. Both are the same work,
    /// and an address that has just been written to is passed over in silence.
    /// </summary>
    public static async Task SendSignInLink(this Unit unit, LinkRequest asked)
    {
        var key = Person.KeyOf(asked.Email);
        await unit.ForgetOldLinks();
        if (asked.IsLimited && await unit.HasHadEnough(key)) return;
        var person = await unit.Db.The<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.EmailKey == key);
        var token = CapabilityLink.NewToken();
        unit.Db.Add(new CapabilityLink
        {
            Id = Id<CapabilityLink>.New(), TokenHash = CapabilityLink.Hash(token), Purpose = LinkPurpose.SignIn, PersonId = person?.Id, Email = key,
            CreatedById = person?.ActorId ?? Actor.House, CreatedAt = unit.Now, ExpiresAt = unit.Now + Lasts, MaxUses = 1,
        });
        var back = asked.Return == "/" ? "" : $"?return={Uri.EscapeDataString(asked.Return)}";
        unit.Send(asked.Write(person, $"{asked.Origin}/sign-in/{token}{back}"));
    }

    /// <summary>Whoever likes can type anybody's address here: it is not kept for longer than it helps to count.</summary>
    private static Task<int> ForgetOldLinks(this Unit unit)
    {
        var old = unit.Now - TimeSpan.FromDays(1);
        return unit.Db.The<CapabilityLink>().Where(l => l.Purpose != LinkPurpose.Invitation && l.ExpiresAt < old).ExecuteDeleteAsync();
    }

    private static async Task<bool> HasHadEnough(this Unit unit, string key)
    {
        var since = unit.Now - TimeSpan.FromHours(1);
        var sent = await unit.Db.The<CapabilityLink>().Where(l => l.Email == key && l.Purpose == LinkPurpose.SignIn && l.CreatedAt > since)
            .Select(l => l.CreatedAt).ToListAsync();
        return sent.Count >= MostInAnHour || sent.Any(at => at > unit.Now - Pause);
    }
}

/// <summary>Who asked for a link, from where, and where they want to go.</summary>
public sealed record LinkRequest(string Email, string Return, string Origin, string Device)
{
    public required Languages Languages { get; init; }
    public required string Wishes { get; init; }
    public bool IsLimited { get; init; } = true;

    public Letter Write(Person? person, string link)
    {
        var words = Languages.Best(person?.Language, Wishes);
        var host = new Uri(Origin).Authority;
        return person is null
            ? new Letter(words, Email, words.Say("sign-in.mail.new.subject", ("host", host)))
            {
                Body = [words.Say("sign-in.mail.new.what", ("host", host)), words["sign-in.mail.new.next"]],
                Link = new LetterLink(words["sign-in.mail.new.link"], link),
                After = [words.Say("sign-in.mail.asked", ("device", Device)), words["sign-in.mail.not-you"]],
            }
            : new Letter(words, person.Email, words.Say("sign-in.mail.known.subject", ("host", host)))
            {
                Body = [words.Say("sign-in.mail.known.what", ("host", host))],
                Link = new LetterLink(words["sign-in.mail.known.link"], link),
                After = [words.Say("sign-in.mail.asked", ("device", Device)), words["sign-in.mail.not-you"]],
            };
    }
}
