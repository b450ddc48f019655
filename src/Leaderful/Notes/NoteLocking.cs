using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Notes;

/// <summary>The ways to somebody's note key.</summary>
public static class NoteLocking
{
    /// <summary>Not where there is a key already: then another device was first.</summary>
    public static async Task<bool> BeginNotes(this Unit unit, Session me, VaultBrought brought)
    {
        var person = me.PersonId;
        if (await unit.Db.The<NoteVault>().AnyAsync(v => v.PersonId == person)) return false;
        var ways = new List<NoteWay>();
        foreach (var way in brought.Ways!)
        {
            if (await unit.Way(person, way) is not { } made) return false;
            ways.Add(made);
        }
        unit.Db.Add(new NoteVault { PersonId = person, Mark = brought.Mark! });
        unit.Db.AddRange(ways);
        return true;
    }

    /// <summary>A new passphrase and a new recovery code take the place of the former, and a passkey that of its own.</summary>
    public static async Task<bool> AddNoteWay(this Unit unit, Session me, WayBrought brought)
    {
        var person = me.PersonId;
        if (!await unit.HoldVault(person, brought.Mark!) || await unit.Way(person, brought.Way!) is not { } way) return false;
        await unit.Db.The<NoteWay>().Where(w => w.PersonId == person && w.Kind == way.Kind && w.PasskeyId == way.PasskeyId).ExecuteDeleteAsync();
        unit.Db.Add(way);
        return true;
    }

    /// <summary>Not the last beside the recovery code, which alone is no way for every day, and not that code.</summary>
    public static async Task<bool> RemoveNoteWay(this Unit unit, Session me, Id<NoteWay> id)
    {
        var person = me.PersonId;
        if (await unit.Db.The<NoteVault>().AsNoTracking().SingleOrDefaultAsync(v => v.PersonId == person) is not { } vault || !await unit.HoldVault(person, vault.Mark)) return false;
        var ways = unit.Db.The<NoteWay>().Where(w => w.PersonId == person && w.Kind != NoteWayKind.Recovery);
        return await ways.CountAsync() > 1 && await ways.Where(w => w.Id == id).ExecuteDeleteAsync() == 1;
    }

    /// <summary>A passkey that is removed opens no notes any more, even if it comes back.</summary>
    public static Task DropNoteWays(this Unit unit, Id<Passkey> passkey) => unit.Db.The<NoteWay>().Where(w => w.PasskeyId == passkey).ExecuteDeleteAsync();

    private static async Task<NoteWay?> Way(this Unit unit, Id<Person> person, NoteWayBrought brought)
    {
        Id<Passkey>? passkey = null;
        if (brought.Credential is { } credential)
        {
            var found = await unit.Db.The<Passkey>().Where(p => p.PersonId == person && p.CredentialId == credential && p.RemovedAt == null).Select(p => p.Id).ToListAsync();
            if (found.Count == 0) return null;
            passkey = found[0];
        }
        return new NoteWay
        {
            // Of version 4: the usual ids would tell the hour.
            Id = new(Guid.NewGuid()), PersonId = person, Kind = brought.Kind, PasskeyId = passkey,
            Salt = brought.Salt!, Iterations = brought.Iterations, Wrapped = brought.Wrapped!, MadeOn = DateOnly.FromDateTime(unit.Now),
        };
    }
}
