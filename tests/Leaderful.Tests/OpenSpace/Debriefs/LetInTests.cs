using System.Net;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Debriefs;

/// <summary>A part taken once the talk has begun opens it only where somebody in the talk gives it; and the others are told of it.</summary>
public class LetInTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Theory]
    [InlineData(SpacePart.Sponsor)]
    [InlineData(SpacePart.Facilitator)]
    public async Task Who_gives_themselves_a_part_later_does_not_read_the_talk_nor_does_whom_they_give_one(SpacePart part)
    {
        var id = await world.Talk();
        var path = $"{OpenSpaces.Path(id)}/debrief";
        await Say(id);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        // Ines is steward here, so she may give parts; she has none of her own.
        await world.Ines.Submit(await world.Ines.Get($"{OpenSpaces.Path(id)}/preparing/parts"), "/parts", ("name", "Ines Okoro"), ("part", part.ToString()));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Writes.Do(unit => unit.GivePart(world.Ines.Person.ActorId, id, world.Bea.Person.ActorId, part));
        foreach (var other in new[] { world.Ines, world.Bea })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/release")).Status);
        }
        foreach (var among in new[] { world.Ruth, world.Wen }) Assert.Contains("Said among us", (await among.Get(path)).Text, StringComparison.Ordinal);
        Assert.Contains("talk of the sponsors has begun", (await world.Ruth.Get($"{OpenSpaces.Path(id)}/preparing/parts")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_in_the_talk_lets_others_in_and_they_others()
    {
        var id = await world.Talk();
        var path = $"{OpenSpaces.Path(id)}/debrief";
        await Say(id);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Writes.Do(unit => unit.GivePart(world.Wen.Person.ActorId, id, world.Bea.Person.ActorId, SpacePart.Sponsor));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Writes.Do(unit => unit.GivePart(world.Bea.Person.ActorId, id, world.Ines.Person.ActorId, SpacePart.Facilitator));
        foreach (var among in new[] { world.Bea, world.Ines }) Assert.Contains("Said among us", (await among.Get(path)).Text, StringComparison.Ordinal);
        // A part taken and helped to again is one's own doing.
        await world.Writes.Do(unit => unit.TakePart(world.Wen.Person.ActorId, id, world.Ines.Person.ActorId, SpacePart.Facilitator));
        await world.Writes.Do(unit => unit.GivePart(world.Ines.Person.ActorId, id, world.Ines.Person.ActorId, SpacePart.Facilitator));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(path)).Status);
        // Before it begins a part is a part, whoever gave it.
        var fresh = await world.ClosedSpace();
        await world.Writes.Do(unit => unit.GivePart(world.Ines.Person.ActorId, fresh, world.Ines.Person.ActorId, SpacePart.Sponsor));
        await world.Writes.Do(unit => unit.BeginDebrief(world.Ruth.Person.ActorId, fresh));
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get($"{OpenSpaces.Path(fresh)}/debrief")).Status);
    }

    [Fact]
    public async Task Those_who_hold_it_are_told_and_nobody_else()
    {
        var id = await world.ClosedSpace();
        foreach (var who in new[] { world.Ruth, world.Wen, world.Bea, world.Ines }) await world.Prove(who);
        await world.Give(id, world.Bea, SpacePart.Scribe);
        await world.Writes.Do(unit => unit.GivePart(world.Ines.Person.ActorId, id, world.Ines.Person.ActorId, SpacePart.Sponsor));
        var role = await Role(id, world.Ines, SpacePart.Sponsor);
        Assert.True(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Kind == TellingParts.KindOfWork && o.Subject == role.Value)));
        await world.Writes.Do(unit => unit.TellPart(world.Paper(), role));
        var letters = await Letters(role);
        Assert.Equal(new[] { world.Ruth.Person.Email, world.Wen.Person.Email }.Order(StringComparer.Ordinal), letters.Select(l => l.To).Order(StringComparer.Ordinal));
        Assert.All(letters, l => Assert.Contains("Ines Okoro is a sponsor", l.Text, StringComparison.Ordinal));
        // In the preparation parts go round without letters, and what was taken again is not told.
        var early = await world.Space();
        await world.Give(early, world.Wen, SpacePart.Sponsor);
        var usual = await Role(early, world.Wen, SpacePart.Sponsor);
        Assert.False(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Kind == TellingParts.KindOfWork && o.Subject == usual.Value)));
        await world.Writes.Do(unit => unit.TakePart(world.Ruth.Person.ActorId, id, world.Ines.Person.ActorId, SpacePart.Sponsor));
        await world.Writes.Do(unit => unit.TellPart(world.Paper(), role));
        Assert.Equal(2, (await Letters(role)).Count);
    }

    private Task Say(Id<Space> id) => world.Writes.Do(unit => unit.AnswerDebrief(world.Wen.Person.ActorId, id, new AnswerSent("results", "Said among us")));

    private Task<Id<SpaceRole>> Role(Id<Space> id, Visitor who, SpacePart part) => world.Read(db => db.The<SpaceRole>().Where(r => r.SpaceId == id && r.ActorId == who.Person.ActorId && r.Part == part).Select(r => r.Id).SingleAsync());

    private Task<List<QueuedMail>> Letters(Id<SpaceRole> about) => world.Read(db => db.The<QueuedMail>().Where(m => m.About == about.Value).ToListAsync());
}
