using System.Linq.Expressions;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

public static class SigningOut
{
    /// <summary>Ends devices of a person; what runs on them ends within seconds, on every node.</summary>
    public static async Task SignOut(this Unit unit, Id<Person> person, Id<Actor> by, Expression<Func<Device, bool>> which)
    {
        var devices = await unit.Db.The<Device>().AsTracking().Where(d => d.PersonId == person && d.EndedAt == null).Where(which).ToListAsync();
        foreach (var device in devices)
        {
            device.End(unit.Now);
            unit.Journal(by, "device.signed-out", device.Id.Value);
        }
        unit.Tell(Streams.Of(person));
    }
}
