using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Invitations;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Tests;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Browser.Tests;

/// <summary>Millbrook after some weeks: people talk, one post is taken down, one was mended, somebody waits at the door.</summary>
public sealed class LivedInWorld : LiveWorld
{
    public Id<Conversation> Garden { get; private set; }
    public string Invitation { get; private set; } = "";

    protected override async Task Settle()
    {
        await base.Settle();
        await Writes.Do(async unit =>
        {
            var millbrook = await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == Millbrook.Id);
            (millbrook.Finding, millbrook.Purpose) = (Finding.Public, "Porters, nurses and cleaners of the night hours, learning to lead from where they stand.");
        });
        Garden = await this.Begin(Ines, "Who keeps the garden room open at night?", "Three nights running I have found relatives *asleep* on the corridor chairs.\n\n- sofas\n- a kettle\n\n| Night | People |\n|---|---|\n| Tuesday | 3 |");
        await this.Reply(Ruth, Garden, "> who would have to say yes\n\nThe site office. See https://example.org/a-rather-long-address-that-does-not-fit-on-a-phone/insurance-2019-final-final.pdf");
        await this.Reply(Ines, Garden, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen\n\n```\n20:00  doors open    everybody who can carry a chair carries a chair, please and thank you\n```");
        await this.Begin(Ruth, "Bread for the night shift", "The bakery would bring what is left at ten.");
        await Promises();
        Invitation = await Writes.Do(unit => Task.FromResult(unit.Invite(Millbrook.Id, Ines.Person.ActorId, unit.Now.AddDays(7), null).Token));
    }

    /// <summary>In one of Ines's something is in the way; Ruth asks her for another.</summary>
    private async Task Promises()
    {
        var day = DateOnly.FromDateTime(Clock.Utc());
        var lamp = new Promise("Find out whom at the site office we have to ask before anybody leaves the garden room open", day.AddDays(3), Millbrook.ScopeId) { Origin = Garden.As<Thing>(), To = new ToWhom(Words: "The wards at night") };
        var id = await Writes.Do(unit => unit.Promise(Ines.Person.ActorId, Millbrook.Id, lamp));
        await Writes.Do(unit => unit.Renegotiate(Ines.Person.ActorId, id!.Value, lamp.What, day.AddDays(6), "They are away until Monday."));
        await Writes.Do(unit => unit.CheckIn(Ines.Person.ActorId, id!.Value, CheckInKind.Barrier, "The site office has not answered since Tuesday."));
        await Writes.Do(unit => unit.Promise(Ruth.Person.ActorId, Millbrook.Id, new Promise("Show me how the night log is kept", null, Millbrook.ScopeId) { Doer = Ines.Person.ActorId }));
    }
}
