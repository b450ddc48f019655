using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Files;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>A photo is an entry of the portrait like any other, with a file in place of words. There is one at a time.</summary>
public static class Photographing
{
    /// <summary>Shows a photo, or another one in place of it, or the same on another rung. False where there is none yet and none was brought.</summary>
    public static async Task<bool> ShowPhoto(this Unit unit, Id<Person> person, Id<Actor> actor, Opening opening, KeptFile? file)
    {
        await unit.Hold(person);
        if (await unit.StandingPhoto(person) is { } standing)
        {
            await unit.Reword(person, actor, standing, opening);
            if (file is not null) await unit.DropFiles(unit.Db.The<Attachment>().Where(a => a.ThingId == standing.As<Thing>()));
            if (file is not null) await unit.Attach(person, standing.As<Thing>(), file);
            return true;
        }
        if (file is null) return false;
        var id = unit.Portray(person, actor, Facet.Photo, opening);
        await unit.Db.SaveChangesAsync();
        await unit.Attach(person, id.As<Thing>(), file);
        return true;
    }

    /// <summary>The one that stands gives way to another that is put back.</summary>
    internal static async Task TakeBackPhoto(this Unit unit, Id<Person> person, Id<Actor> actor)
    {
        await unit.Hold(person);
        if (await unit.StandingPhoto(person) is { } standing) await unit.TakeBack(person, actor, standing);
    }

    private static Task<Id<PortraitEntry>?> StandingPhoto(this Unit unit, Id<Person> person) => unit.Db.The<PortraitEntry>()
        .Where(e => e.PersonId == person && e.Facet == Facet.Photo && unit.Db.The<Thing>().Any(t => t.Id == e.Id.As<Thing>() && t.DeletedAt == null))
        .Select(e => (Id<PortraitEntry>?)e.Id).SingleOrDefaultAsync();

    /// <summary>Whoever brings two photos at once has one in the end.</summary>
    private static Task Hold(this Unit unit, Id<Person> person) =>
        unit.Db.The<Person>().Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.CreatedAt, x => x.CreatedAt));
}
