using System.Security.Cryptography;
using Leaderful.Accounts;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Notes;

public enum NoteKept { Kept, Behind, OtherKey }

/// <summary>Writing and deleting a note. The journal hears nothing of it: that somebody writes about a thing is theirs alone, too.</summary>
public static class NoteKeeping
{
    public static async Task<(NoteKept Kept, int Edition)> KeepNote(this Unit unit, Session me, Id<Thing> on, NoteBrought brought)
    {
        var person = me.PersonId;
        if (!await unit.HoldVault(person, brought.Mark!)) return (NoteKept.OtherKey, 0);
        var note = await unit.Db.The<PrivateNote>().AsTracking().SingleOrDefaultAsync(n => n.PersonId == person && n.ThingId == on);
        if ((note?.Edition ?? 0) != brought.Edition) return (NoteKept.Behind, 0);
        var day = DateOnly.FromDateTime(unit.Now);
        if (note is null) unit.Db.Add(note = new PrivateNote { PersonId = person, ThingId = on, Sealed = brought.Sealed!, Edition = RandomNumberGenerator.GetInt32(1, 1 << 30), ChangedOn = day });
        else (note.Sealed, note.Edition, note.ChangedOn) = (brought.Sealed!, note.Edition + 1, day);
        return (NoteKept.Kept, note.Edition);
    }

    /// <summary>At once and for good.</summary>
    public static async Task<bool> DeleteNote(this Unit unit, Session me, Id<Thing> on)
    {
        var person = me.PersonId;
        return await unit.Db.The<PrivateNote>().Where(n => n.PersonId == person && n.ThingId == on).ExecuteDeleteAsync() == 1;
    }

    /// <summary>Everything somebody wrote for themselves, and every way to its key: they go, or begin anew.</summary>
    public static async Task ForgetNotes(this Unit unit, Id<Person> person)
    {
        await unit.Db.The<PrivateNote>().Where(n => n.PersonId == person).ExecuteDeleteAsync();
        await unit.Db.The<NoteWay>().Where(w => w.PersonId == person).ExecuteDeleteAsync();
        await unit.Db.The<NoteVault>().Where(v => v.PersonId == person).ExecuteDeleteAsync();
    }

    /// <summary>Whether this is still their key; until the commit it stays so, and what else is written to these notes waits.</summary>
    internal static async Task<bool> HoldVault(this Unit unit, Id<Person> person, byte[] mark) =>
        await unit.Db.The<NoteVault>().Where(v => v.PersonId == person && v.Mark == mark).ExecuteUpdateAsync(v => v.SetProperty(x => x.Mark, x => x.Mark)) == 1;
}
