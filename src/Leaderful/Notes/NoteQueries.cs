using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Linking;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Notes;

public static class NoteQueries
{
    public static async Task<VaultSent> VaultOf(this Db db, Session me)
    {
        var person = me.PersonId;
        var vault = await db.The<NoteVault>().AsNoTracking().SingleOrDefaultAsync(v => v.PersonId == person);
        var passkeys = await db.The<Passkey>().AsNoTracking().Where(p => p.PersonId == person && p.RemovedAt == null).OrderBy(p => p.CreatedAt).ToListAsync();
        var ways = vault is null ? [] : await db.The<NoteWay>().AsNoTracking().Where(w => w.PersonId == person).ToListAsync();
        return new VaultSent(
            person.ToString(), me.DeviceId.ToString(), vault?.Mark,
            [.. ways.Select(w => new WaySent(w.Id.ToString(), w.Kind.ToString(), w.Salt, w.Iterations, w.Wrapped, passkeys.Find(p => p.Id == w.PasskeyId)?.CredentialId))],
            [.. passkeys.Select(p => new PasskeySent(p.CredentialId, p.Name))]);
    }

    /// <summary>Their notes by what they hang on, the newest day first. What they may not see any more has no name.</summary>
    public static async Task<IReadOnlyList<ListedNote>> NotesOf(this Db db, Session me)
    {
        var person = me.PersonId;
        var notes = await db.The<PrivateNote>().Where(n => n.PersonId == person).OrderByDescending(n => n.ChangedOn).ThenBy(n => n.ThingId)
            .Select(n => new { n.ThingId, n.ChangedOn }).ToListAsync();
        if (notes.Count == 0) return [];
        var names = (await db.Names(notes.ConvertAll(n => n.ThingId), me.Scopes)).ToDictionary(n => n.Id, StringComparer.Ordinal);
        return [.. notes.Select(n => new ListedNote(n.ThingId, names.GetValueOrDefault(n.ThingId.ToString()), n.ChangedOn))];
    }

    public static Task<List<ListedWay>> WaysOf(this Db db, Session me)
    {
        var person = me.PersonId;
        return (
            from way in db.The<NoteWay>()
            where way.PersonId == person
            orderby way.Kind, way.MadeOn
            select new ListedWay(way.Id, way.Kind, db.The<Passkey>().Where(p => p.Id == way.PasskeyId).Select(p => p.Name).FirstOrDefault(), way.MadeOn)).ToListAsync();
    }

    /// <summary>Which passkeys open somebody's notes, and whether a passphrase does too.</summary>
    public static async Task<NoteOpeners> OpenersOf(this Db db, Id<Person> person)
    {
        var ways = await db.The<NoteWay>().Where(w => w.PersonId == person && w.Kind != NoteWayKind.Recovery).Select(w => w.PasskeyId).ToListAsync();
        return new NoteOpeners([.. ways.OfType<Id<Passkey>>()], ways.Contains(null));
    }
}

public sealed record ListedNote(Id<Thing> On, NamedThing? Named, DateOnly ChangedOn)
{
    /// <summary>Null where it is gone, or has no name of its own, as a post.</summary>
    public string? Title => Named is { Name.Length: > 0 } named ? named.Name : null;
}

public sealed record ListedWay(Id<NoteWay> Id, NoteWayKind Kind, string? Passkey, DateOnly MadeOn);

/// <summary>What stands beside a passkey before it is removed.</summary>
public sealed record NoteOpeners(IReadOnlyList<Id<Passkey>> Passkeys, bool HasPassphrase)
{
    public static readonly NoteOpeners None = new([], false);

    public bool Opens(Id<Passkey> passkey) => Passkeys.Contains(passkey);

    /// <summary>Without it only the recovery code is left.</summary>
    public bool OpensAlone(Id<Passkey> passkey) => Opens(passkey) && Passkeys.Count == 1 && !HasPassphrase;
}
