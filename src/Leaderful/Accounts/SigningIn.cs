using Leaderful.Data;

namespace Leaderful.Accounts;

public static class SigningIn
{
    /// <summary>Signs a browser in. The token goes into its cookie and is kept nowhere else.</summary>
    public static string SignIn(this Unit unit, Person person, string deviceName)
    {
        var token = CapabilityLink.NewToken();
        var device = new Device
        {
            Id = Id<Device>.New(), PersonId = person.Id, TokenHash = CapabilityLink.Hash(token), Name = deviceName,
            SignedInAt = unit.Now, LastSeenAt = unit.Now, ProvedAt = unit.Now,
        };
        unit.Db.Add(device);
        unit.Journal(person.ActorId, "device.signed-in", device.Id.Value, inverse: "device.signed-out");
        return token;
    }
}
