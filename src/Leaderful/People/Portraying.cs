using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Search;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>What somebody says of themselves, to whom, and for what.</summary>
public sealed record Opening(string Text, Id<Scope> Scope, string Reason);

public static class Portraying
{
    public const string Purge = "portrait.purge";

    public static Id<PortraitEntry> Portray(this Unit unit, Id<Person> person, Id<Actor> actor, Facet facet, Opening opening)
    {
        var id = Id<PortraitEntry>.New();
        var thing = new Thing { Id = id.As<Thing>(), Kind = ThingKind.PortraitEntry, PersonId = person, ScopeId = opening.Scope, AuthorId = actor, CreatedAt = unit.Now };
        unit.Db.Add(thing);
        var entry = new PortraitEntry { Id = id, PersonId = person, Facet = facet, ScopeId = opening.Scope, Text = opening.Text, Reason = opening.Reason, SearchKey = Folded.Of(opening.Text) };
        unit.Db.Add(entry);
        unit.KeepAsset(entry);
        if (opening.Text.Length > 0) unit.Index(new SearchDoc(thing, SearchWords.Of(opening.Text)));
        unit.Journal(actor, "portrait.said", id.Value, inverse: "portrait.taken-back");
        return id;
    }

    public static async Task<bool> Reword(this Unit unit, Id<Person> person, Id<Actor> actor, Id<PortraitEntry> id, Opening opening)
    {
        if (await unit.Own(person, id) is not { Thing.IsDeleted: false } own) return false;
        (own.Entry.Text, own.Entry.Reason, own.Entry.SearchKey) = (opening.Text, opening.Reason, Folded.Of(opening.Text));
        (own.Entry.ScopeId, own.Thing.ScopeId) = (opening.Scope, opening.Scope);
        await unit.RenewAsset(own.Entry);
        unit.Reindex(id.As<Thing>());
        unit.Journal(actor, "portrait.reworded", id.Value);
        return true;
    }

    public static async Task<bool> TakeBack(this Unit unit, Id<Person> person, Id<Actor> actor, Id<PortraitEntry> id)
    {
        if (await unit.Own(person, id) is not { Thing.IsDeleted: false } own) return false;
        own.Thing.Delete(actor, unit.Now);
        own.Entry.ScopeId = null;
        await unit.ForgetAssets([id]);
        unit.Reindex(id.As<Thing>());
        unit.Journal(actor, "portrait.taken-back", id.Value, inverse: "portrait.put-back");
        unit.Enqueue(Purge, id.Value, Bin.EmptiedAt(unit.Now));
        return true;
    }

    public static async Task<bool> PutBack(this Unit unit, Id<Person> person, Id<Actor> actor, Id<PortraitEntry> id)
    {
        if (await unit.Own(person, id) is not { Thing.IsDeleted: true } own || Bin.IsEmptied(own.Thing.DeletedAt, unit.Now)) return false;
        if (own.Entry.Facet == Facet.Photo) await unit.TakeBackPhoto(person, actor);
        own.Thing.Restore();
        own.Entry.ScopeId = own.Thing.ScopeId;
        await unit.RenewAsset(own.Entry);
        unit.Reindex(id.As<Thing>());
        unit.Journal(actor, "portrait.put-back", id.Value, inverse: "portrait.taken-back");
        return true;
    }

    /// <summary>Nothing of a portrait outlasts the person's account.</summary>
    public static Task ForgetPortrait(this Unit unit, Id<Person> person) => unit.Drop(unit.Db.The<PortraitEntry>().Where(e => e.PersonId == person));

    internal static async Task Drop(this Unit unit, IQueryable<PortraitEntry> entries)
    {
        var ids = (await entries.Select(e => e.Id).ToListAsync()).ConvertAll(id => id.As<Thing>());
        await unit.DropFiles(unit.Db.The<Attachment>().Where(a => ids.Contains(a.ThingId)));
        await unit.ForgetAssets(ids.ConvertAll(id => id.As<PortraitEntry>()));
        await entries.ExecuteDeleteAsync();
        await unit.Db.The<Thing>().Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync();
        unit.Reindex([.. ids]);
    }

    private static async Task<Owned?> Own(this Unit unit, Id<Person> person, Id<PortraitEntry> id) => await (
        from entry in unit.Db.The<PortraitEntry>().AsTracking()
        join thing in unit.Db.The<Thing>().AsTracking() on entry.Id.As<Thing>() equals thing.Id
        where entry.Id == id && entry.PersonId == person
        select new Owned(entry, thing)).SingleOrDefaultAsync();

    private sealed record Owned(PortraitEntry Entry, Thing Thing);
}

/// <summary>Thirty days after an entry was taken back.</summary>
public sealed class PortraitPurge(Writes writes) : PurgeWork<PortraitEntry>(writes)
{
    public override string Kind => Portraying.Purge;

    protected override Task Purge(Unit unit, Id<PortraitEntry> id) => unit.Drop(unit.Db.The<PortraitEntry>().Where(e => e.Id == id));
}
