using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Invitations;
using Leaderful.Gatherings.Letters;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Gatherings;

/// <summary>A letter the day before, to those who come, and to nobody twice.</summary>
public class RemindingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Those_who_come_or_may_come_are_reminded_once()
    {
        var id = await Called("Lamps at dusk");
        foreach (var (who, coming) in new[] { (world.Wen, Coming.Maybe), (world.Bea, Coming.No) }) await world.Writes.Do(unit => unit.AnswerGathering(who.Person.ActorId, id, coming));
        await Remind(id);
        await Remind(id);
        var letters = await Letters("Tomorrow: Lamps at dusk");
        Assert.Equal(new[] { world.Ruth, world.Wen }.Select(v => v.Person.Email).Order(), letters.Select(l => l.To).Order());
        Assert.All(letters, l => Assert.Contains("Berlin time", l.Text, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.Contains($"/c/millbrook/gatherings/{id}", l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_moved_is_reminded_of_at_its_new_time_and_what_is_off_not_at_all()
    {
        var moved = await Called("Moved away");
        var before = await Due(moved);
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, moved, Wish("Moved away", 5)));
        Assert.Equal(2, (await Due(moved)).Count);
        await Remind(moved, before.Single());
        Assert.Empty(await Letters("Tomorrow: Moved away"));
        await Remind(moved);
        Assert.Single(await Letters("Tomorrow: Moved away"));

        var off = await Called("Rained off");
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, off, ""));
        await Remind(off);
        var gone = await Called("Taken away");
        await world.Writes.Do(unit => unit.TakeDownGathering(world.Ruth.Person.ActorId, gone));
        await Remind(gone);
        Assert.Empty(await Letters("Tomorrow: Rained off"));
        Assert.Empty(await Letters("Tomorrow: Taken away"));
    }

    [Fact]
    public async Task Of_what_a_circle_called_that_was_taken_down_nobody_is_reminded()
    {
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Ruth, world.Wen);
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), Wish("Of a circle no more", 3)));
        Assert.True(await world.Writes.Do(unit => unit.TakeDownCircle(circle.Id, world.Ruth.Person.ActorId, true)));
        await Remind(id);
        Assert.Empty(await Letters("Tomorrow: Of a circle no more"));
    }

    [Fact]
    public async Task Whoever_sees_it_no_more_is_not_reminded()
    {
        var circle = await world.Circle(Leaderful.Communities.Joining.Open, world.Ruth, world.Wen);
        var id = await world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), Wish("For those inside", 3)));
        await world.Writes.Do(unit => unit.AnswerGathering(world.Wen.Person.ActorId, id, Coming.Yes));
        await world.Wen.Post($"{CircleWorld.Path(circle)}/membership/ending");
        await Remind(id);
        Assert.Equal([world.Ruth.Person.Email], (await Letters("Tomorrow: For those inside")).Select(l => l.To));
    }

    [Fact]
    public async Task Those_who_come_are_told_once_that_it_is_otherwise_now_and_not_whoever_changed_it()
    {
        await Prove();
        var id = await Called("Lamps again");
        await world.Writes.Do(unit => unit.AnswerGathering(world.Wen.Person.ActorId, id, Coming.Maybe));
        await world.Writes.Do(unit => unit.AnswerGathering(world.Bea.Person.ActorId, id, Coming.No));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, Wish("Lamps again", 4)));
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, Wish("Lamps again", 5)));
        await Tell(id);
        await Tell(id);
        var letter = Assert.Single(await Letters("Another time or place: Lamps again"));
        Assert.Equal(world.Wen.Person.Email, letter.To);
        await world.Writes.Do(unit => unit.CallOff(world.Ruth.Person.ActorId, id, "Too dark"));
        await Tell(id);
        Assert.Contains("Too dark", Assert.Single(await Letters("Called off: Lamps again")).Text, StringComparison.Ordinal);
        await world.Writes.Do(unit => unit.SetGathering(world.Ruth.Person.ActorId, id, Wish("Lamps again", 5) with { Agenda = "Only the agenda" }));
        await Tell(id);
        Assert.Single(await Letters("Another time or place: Lamps again"));
    }

    private Task Prove() => world.Writes.Do(unit => unit.Db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));

    private Task Tell(Id<Gathering> id) => world.Writes.Do(unit => unit.TellChanged(new Letterhead(world.Services.GetRequiredService<Languages>(), "https://leaderful.example"), world.Services.GetRequiredService<CalendarInvitations>(), id));

    private Task<Id<Gathering>> Called(string title) => world.Writes.Do(unit => unit.CallGathering(world.Ruth.Person.ActorId, world.Millbrook.Id, new GatheringHost(world.Millbrook.ScopeId), Wish(title, 3)));

    private GatheringWish Wish(string title, int days) =>
        new(GatheringKind.Cafe, title, new GatheringTime(DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime.AddDays(days)), new TimeOnly(18, 0), 60, "Europe/Berlin")) { Place = "Canteen" };

    private Task<List<DateTime>> Due(Id<Gathering> id) => world.Read(db => db.The<OutboxRow>().Where(r => r.Kind == Reminding.KindOfWork && r.Subject == id.Value).OrderBy(r => r.DueAt).Select(r => r.DueAt).ToListAsync());

    private async Task Remind(Id<Gathering> id, DateTime? due = null)
    {
        await Prove();
        var at = due ?? (await Due(id))[^1];
        await world.Writes.Do(unit => unit.RemindOf(new Letterhead(world.Services.GetRequiredService<Languages>(), "https://leaderful.example"), id, at));
    }

    private Task<List<QueuedMail>> Letters(string subject) => world.Read(db => db.The<QueuedMail>().Where(m => m.Subject == subject).ToListAsync());
}
