using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class ComingIn
{
    /// <summary>
    /// Lets somebody in by their link, once: an account is made where the address has none. On a browser already theirs this
    /// is a fresh proof; on somebody else's, that person is signed out of it.
    /// </summary>
    public static async Task<CameIn?> ComeIn(this Unit unit, string token, string name, Session? here, Arrival arrival)
    {
        if (await unit.Consume(token, LinkPurpose.SignIn) is not { Email: { } key }) return null;
        var person = await unit.Db.The<Person>().AsTracking().SingleOrDefaultAsync(p => p.EmailKey == key);
        if (person is null && name.Length == 0) throw new InvalidOperationException("An account needs a name.");
        person ??= unit.Register(name, key, arrival.Language);
        person.EmailProvedAt ??= unit.Now;
        return await unit.LetIn(person, here, arrival.Device);
    }

    /// <summary>Signs a browser in, or proves anew who sits at it. Without a token its cookie stays as it is.</summary>
    public static async Task<CameIn> LetIn(this Unit unit, Person person, Session? here, string device)
    {
        if (here is not null && here.PersonId == person.Id)
        {
            await unit.Db.The<Device>().Where(d => d.Id == here.DeviceId).ExecuteUpdateAsync(d => d.SetProperty(x => x.ProvedAt, unit.Now));
            unit.Journal(person.ActorId, "device.proved", here.DeviceId.Value);
            unit.Tell(Streams.Of(person.Id));
            return new CameIn(null);
        }
        if (here is not null) await unit.SignOut(here.PersonId, here.ActorId, d => d.Id == here.DeviceId);
        return new CameIn(unit.SignIn(person, device));
    }
}

public sealed record CameIn(string? Token);

public sealed record Arrival(string Device, string? Language);
