using Leaderful.Data;
using Leaderful.Notes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class PasskeyWrites
{
    public const int Most = 20;

    /// <summary>Whether this answer to the challenge is the first.</summary>
    public static async Task<bool> Spend(this Unit unit, byte[] challenge)
    {
        var old = unit.Now - TimeSpan.FromHours(1);
        await unit.Db.The<SpentChallenge>().Where(c => c.SpentAt < old).ExecuteDeleteAsync();
        if (await unit.Db.The<SpentChallenge>().AnyAsync(c => c.Hash == challenge)) return false;
        unit.Db.Add(new SpentChallenge { Hash = challenge, SpentAt = unit.Now });
        return true;
    }

    public static async Task<Passkey?> AddPasskey(this Unit unit, Session me, UserPasskeyInfo made, string name)
    {
        var taken = await unit.Db.The<Passkey>().AnyAsync(p => p.CredentialId == made.CredentialId);
        if (taken || await unit.Db.The<Passkey>().CountAsync(p => p.PersonId == me.PersonId && p.RemovedAt == null) >= Most) return null;
        var passkey = new Passkey
        {
            Id = Id<Passkey>.New(), PersonId = me.PersonId, CredentialId = made.CredentialId, PublicKey = made.PublicKey, Name = name,
            Transports = string.Join(' ', (made.Transports ?? []).Where(t => t.Length < 20 && t.All(c => char.IsAsciiLetter(c) || c == '-')).Take(5)),
            SignCount = made.SignCount, IsUserVerified = made.IsUserVerified, IsBackupEligible = made.IsBackupEligible, IsBackedUp = made.IsBackedUp,
            CreatedAt = unit.Now,
        };
        unit.Db.Add(passkey);
        unit.Journal(me.ActorId, "passkey.added", passkey.Id.Value, inverse: "passkey.removed");
        return passkey;
    }

    /// <summary>Writes down that a passkey was used; not if it was removed, or its counter passed, in the meantime.</summary>
    public static async Task<CameIn?> ComeInByPasskey(this Unit unit, PasskeyUse use, Session? here, string device)
    {
        var (id, count) = (use.Passkey.CredentialId, (long)use.Passkey.SignCount);
        var used = await unit.Db.The<Passkey>()
            .Where(p => p.CredentialId == id && p.PersonId == use.Person.Id && p.RemovedAt == null && (p.SignCount < count || (p.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(p => p
                .SetProperty(x => x.SignCount, count).SetProperty(x => x.IsBackedUp, use.Passkey.IsBackedUp).SetProperty(x => x.LastUsedAt, unit.Now));
        var person = await unit.Db.The<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == use.Person.Id && p.LeftAt == null);
        return used == 1 && person is not null ? await unit.LetIn(person, here, device) : null;
    }

    public static async Task<bool> RemovePasskey(this Unit unit, Session me, Id<Passkey> id)
    {
        if (!await unit.Change(me, id, "passkey.removed", p => p.RemovedAt is null, p => p.Remove(unit.Now))) return false;
        await unit.DropNoteWays(id);
        return true;
    }

    public static Task<bool> RestorePasskey(this Unit unit, Session me, Id<Passkey> id) =>
        unit.Change(me, id, "passkey.restored", p => p.RemovedAt > unit.Now - TimeSpan.FromDays(1), p => p.Restore());

    public static Task<bool> RenamePasskey(this Unit unit, Session me, Id<Passkey> id, string name) =>
        unit.Change(me, id, "passkey.renamed", p => p.RemovedAt is null, p => p.Name = name);

    private static async Task<bool> Change(this Unit unit, Session me, Id<Passkey> id, string verb, Func<Passkey, bool> may, Action<Passkey> change)
    {
        var passkey = await unit.Db.The<Passkey>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.PersonId == me.PersonId);
        if (passkey is null || !may(passkey)) return false;
        change(passkey);
        unit.Journal(me.ActorId, verb, id.Value);
        return true;
    }
}
