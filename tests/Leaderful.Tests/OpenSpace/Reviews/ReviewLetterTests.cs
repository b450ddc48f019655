using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Leaderful.Tests.OpenSpace.Debriefs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace.Reviews;

/// <summary>The day before a review one letter goes to each who holds the space or has something open from it.</summary>
public class ReviewLetterTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task One_letter_each_with_what_they_promised_and_nobody_else()
    {
        var id = await world.ClosedSpace();
        foreach (var who in new[] { world.Ruth, world.Wen, world.Bea, world.Ines }) await world.Prove(who);
        var (scribe, quiet) = (await world.Newcomer("Scribe Alone"), await world.Newcomer("Wants None"));
        foreach (var who in new[] { scribe, quiet }) await world.Prove(who);
        await world.Give(id, scribe, SpacePart.Scribe);
        await world.Give(id, quiet, SpacePart.Sponsor);
        await world.Writes.Do(unit => unit.ChooseReminders(quiet.Person.Id, wants: false));
        await Promise(world.Bea, id, "Bring the keys");
        await Promise(world.Bea, id, "Paint the door");
        await Promise(world.Wen, id, "Ask the board");
        var done = await Promise(world.Ines, id, "Done long ago");
        await world.Writes.Do(unit => unit.Keep(world.Ines.Person.ActorId, done));
        var review = await Plan(id, world.Day(20));
        await Remind(review, world.Day(20));
        var letters = await Letters(review);
        Assert.Equal([.. new[] { world.Bea, world.Ruth, world.Wen }.Select(w => w.Person.Email).Order(StringComparer.Ordinal)], letters.Select(l => l.To).Order(StringComparer.Ordinal));
        var bea = letters.Single(l => l.To == world.Bea.Person.Email).Text;
        foreach (var what in new[] { "Bring the keys", "Paint the door", $"{OpenSpaces.Path(id)}/reviews" }) Assert.Contains(what, bea, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask the board", bea, StringComparison.Ordinal);
        await Remind(review, world.Day(20));
        Assert.Equal(3, (await Letters(review)).Count);
    }

    [Fact]
    public async Task What_was_moved_held_or_called_off_is_not_written_of_for_the_earlier_day()
    {
        await world.Prove(world.Ruth);
        var (moved, held, off) = (await world.ClosedSpace(), await world.ClosedSpace(), await world.ClosedSpace());
        var (first, second, third) = (await Plan(moved, world.Day(20)), await Plan(held, world.Day(20)), await Plan(off, world.Day(20)));
        Assert.Equal([ReviewReminding.Before(world.Day(20))], await Due(first));
        await Plan(moved, world.Day(30));
        await world.Writes.Do(unit => unit.HoldReview(world.Ruth.Person.ActorId, held, second, null));
        await world.Ruth.Post($"{OpenSpaces.Path(off)}/cancellation", ("reason", "Snow"));
        foreach (var review in new[] { first, second, third }) await Remind(review, world.Day(20));
        foreach (var review in new[] { first, second, third }) Assert.Empty(await Letters(review));
        await Remind(first, world.Day(30));
        Assert.NotEmpty(await Letters(first));
        Assert.Equal([ReviewReminding.Before(world.Day(20)), ReviewReminding.Before(world.Day(30))], await Due(first));
    }

    private async Task<Id<Review>> Plan(Id<Space> id, DateOnly day)
    {
        await world.Writes.Do(unit => unit.PlanFirstReview(world.Ruth.Person.ActorId, id, day));
        return (await world.Read(db => db.NextReviewOf(id)))!.Id;
    }

    private Task Remind(Id<Review> id, DateOnly day) => world.Writes.Do(unit => unit.RemindOf(world.Paper(), id, ReviewReminding.Before(day)));

    private Task<List<QueuedMail>> Letters(Id<Review> about) => world.Read(db => db.The<QueuedMail>().Where(m => m.About == about.Value).ToListAsync());

    private Task<List<DateTime>> Due(Id<Review> id) => world.Read(db => db.The<OutboxRow>().Where(o => o.Subject == id.Value).OrderBy(o => o.DueAt).Select(o => o.DueAt).ToListAsync());

    private async Task<Id<Commitment>> Promise(Visitor who, Id<Space> on, string what) =>
        (await world.Writes.Do(unit => unit.Promise(who.Person.ActorId, world.Millbrook.Id, new Promise(what, null, world.Millbrook.ScopeId) { Origin = on.As<Thing>() })))!.Value;
}
