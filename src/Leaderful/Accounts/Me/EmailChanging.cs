using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public enum EmailChange { Changed, Taken, Gone }

public static class EmailChanging
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    private const int MostInAnHour = 5;

    /// <summary>Asks the new address. Whether somebody else has it is told only to whoever opens the link there.</summary>
    public static async Task AskToChangeEmail(this Unit unit, Session me, string email, string origin, Words words)
    {
        var since = unit.Now - TimeSpan.FromHours(1);
        var mine = unit.Db.The<CapabilityLink>().Where(l => l.PersonId == me.PersonId && l.Purpose == LinkPurpose.EmailChange);
        if (await mine.CountAsync(l => l.CreatedAt > since) >= MostInAnHour) return;
        await unit.ForgetNewEmail(me);
        var token = CapabilityLink.NewToken();
        unit.Db.Add(new CapabilityLink
        {
            Id = Id<CapabilityLink>.New(), TokenHash = CapabilityLink.Hash(token), Purpose = LinkPurpose.EmailChange, PersonId = me.PersonId, Email = email,
            CreatedById = me.ActorId, CreatedAt = unit.Now, ExpiresAt = unit.Now + Lasts, MaxUses = 1,
        });
        unit.Send(new Letter(words, email, words["me.email.mail.subject"])
        {
            Body = [words.Say("me.email.mail.what", ("name", me.Name), ("host", new Uri(origin).Authority))],
            Link = new LetterLink(words["me.email.mail.link"], $"{origin}/me/email/{token}"),
            After = [words["sign-in.mail.not-you"]],
        });
    }

    public static Task ForgetNewEmail(this Unit unit, Session me) => unit.Db.The<CapabilityLink>()
        .Where(l => l.PersonId == me.PersonId && l.Purpose == LinkPurpose.EmailChange && l.EndedAt == null)
        .ExecuteUpdateAsync(l => l.SetProperty(x => x.EndedAt, unit.Now));

    /// <summary>The link from the new address was opened. Every other link of theirs ends, and the old address is told.</summary>
    public static async Task<EmailChange> ChangeEmail(this Unit unit, string token, Languages languages)
    {
        if (await unit.Consume(token, LinkPurpose.EmailChange) is not { PersonId: { } id, Email: { } email }) return EmailChange.Gone;
        var key = Person.KeyOf(email);
        if (await unit.Db.The<Person>().AnyAsync(p => p.EmailKey == key && p.Id != id)) return EmailChange.Taken;
        var person = await unit.Db.The<Person>().AsTracking().SingleAsync(p => p.Id == id);
        var (old, oldKey) = (person.Email, person.EmailKey);
        (person.Email, person.EmailKey, person.EmailProvedAt) = (email, key, unit.Now);
        await unit.Db.The<CapabilityLink>().Where(l => (l.PersonId == id || l.Email == oldKey) && l.EndedAt == null && l.Purpose != LinkPurpose.Invitation)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.EndedAt, unit.Now));
        var words = languages.Best(person.Language);
        unit.Send(new Letter(words, old, words["me.email.notice.subject"])
        {
            Body = [words["me.email.notice.what"], words["me.email.notice.next"]],
        });
        unit.Journal(person.ActorId, "person.email-changed", id.Value);
        unit.Tell(Streams.Of(id));
        return EmailChange.Changed;
    }
}
