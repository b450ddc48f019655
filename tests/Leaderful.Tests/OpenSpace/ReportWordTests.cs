using System.Net;
using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.OpenSpace;

/// <summary>After a session its convener is asked once, calmly, for a few lines; nobody else is, and nobody twice.</summary>
public class ReportWordTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    private const string Said = "Whatever was valuable, in a few lines";

    [Fact]
    public async Task One_letter_and_one_word_to_whoever_called_it()
    {
        var (id, bea) = (await Past(), world.Bea);
        await world.Prove(bea);
        await world.Prove(world.Wen);
        var slip = await world.Post(bea, id, "Soup for the night", (0, 0));
        Assert.Single(await Due(slip));
        await Ask(slip);
        Assert.Empty(await Letters(slip));
        Assert.DoesNotContain("“Soup for the night” is over", (await bea.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("“Soup for the night” is over", (await bea.Get(Spaces.Wall(id))).Main, StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromHours(3));
        await Ask(slip);
        await Ask(slip);
        var letter = Assert.Single(await Letters(slip));
        Assert.Equal(bea.Person.Email, letter.To);
        foreach (var part in (string[])["Soup for the night", Said, $"{Spaces.Wall(id)}/topics/{slip.Id}", "only letter"]) Assert.Contains(part, letter.Text, StringComparison.Ordinal);
        foreach (var page in (string[])["/c/millbrook", Spaces.Wall(id)])
        {
            Assert.Contains(Said, (await bea.Get(page)).Main, StringComparison.Ordinal);
            Assert.DoesNotContain(Said, (await world.Wen.Get(page)).Main, StringComparison.Ordinal);
        }
        // By one touch it is begun, and then nothing is said any more.
        await bea.Submit(await bea.Get("/c/millbrook"), $"{slip.Id}/report");
        Assert.True((await world.Slip(id, slip)).HasReport);
        foreach (var page in (string[])["/c/millbrook", Spaces.Wall(id)]) Assert.DoesNotContain("“Soup for the night” is over", (await bea.Get(page)).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let go")]
    [InlineData("taken down")]
    [InlineData("joined")]
    [InlineData("in the tray")]
    [InlineData("reported")]
    [InlineData("called off")]
    [InlineData("time taken away")]
    [InlineData("never opened")]
    [InlineData("left")]
    [InlineData("wants none")]
    public async Task Nothing_is_asked_where(string otherwise)
    {
        var id = await Past(otherwise == "never opened" ? Stage.Invited : Stage.Open);
        var joss = await world.Newcomer();
        await world.Prove(joss);
        var (slip, other) = (await world.Post(joss, id, "Mine", (0, 0)), await world.Post(world.Ruth, id, "Other", (0, 1)));
        var (ruth, space) = (world.Ruth.Person.ActorId, (await world.Board(id)).Slots[0].Id);
        await (otherwise switch
        {
            "let go" => world.Writes.Do(unit => unit.RetireTopic(ruth, slip.Id)),
            "taken down" => world.Writes.Do(unit => unit.TakeTopicDown(ruth, slip.Id)),
            "joined" => world.Writes.Do(unit => unit.MergeTopic(ruth, slip.Id, other.Id)),
            "in the tray" => world.Writes.Do(unit => unit.MoveTopic(ruth, slip.Id, null, null, null)),
            "reported" => world.Writes.Do(unit => unit.BeginReport(ruth, slip.Id, null)),
            "called off" => world.Ruth.Post($"{Spaces.Path(id)}/cancellation", ("reason", "Snow")),
            "time taken away" => world.Writes.Do(unit => unit.RemoveSlot(ruth, id, space)),
            "left" => joss.Post("/c/millbrook/leaving"),
            "wants none" => world.Writes.Do(unit => unit.ChooseReminders(joss.Person.Id, wants: false)),
            _ => Task.CompletedTask,
        });
        world.Time.Advance(TimeSpan.FromHours(3));
        await Ask(slip);
        Assert.Empty(await Letters(slip));
        if (otherwise is not ("left" or "wants none")) Assert.DoesNotContain(Said, (await joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_moved_to_later_is_asked_for_when_that_is_over()
    {
        var id = await Past();
        await world.Prove(world.Bea);
        var (board, slip) = (await world.Board(id), await world.Post(world.Bea, id, "Later", (0, 0)));
        await world.Writes.Do(unit => unit.MoveTopic(world.Bea.Person.ActorId, slip.Id, null, board.Slots[1].Id, board.Places[0].Id));
        var due = await Due(slip);
        Assert.Equal(TimeSpan.FromHours(1), due[1] - due[0]);
        world.Time.Advance(due[0] - world.Time.GetUtcNow().UtcDateTime);
        await Ask(slip);
        Assert.Empty(await Letters(slip));
        // It is looked at again when the later one is over.
        Assert.Equal(due[1], (await Due(slip))[^1]);
        world.Time.Advance(due[1] - due[0]);
        await Ask(slip);
        Assert.Single(await Letters(slip));
    }

    [Fact]
    public async Task What_comes_back_is_asked_for_too_but_nothing_that_is_long_over()
    {
        var id = await Past();
        await world.Prove(world.Bea);
        var (slip, old) = (await world.Post(world.Bea, id, "Back again", (0, 0)), await world.Post(world.Bea, id, "Long ago", (1, 0)));
        var (ruth, slot) = (world.Ruth.Person.ActorId, (await world.Board(id)).Slots[0].Id);
        await world.Writes.Do(unit => unit.RemoveSlot(ruth, id, slot));
        world.Time.Advance(TimeSpan.FromHours(3));
        await Ask(slip);
        Assert.Empty(await Letters(slip));
        // Counted within the write: it is due at once, and whoever works off what is due may be quicker than the next line.
        Assert.Equal(1, await world.Writes.Do(async unit =>
        {
            await unit.PutBackSlot(ruth, id, slot);
            return unit.Db.ChangeTracker.Entries<OutboxRow>().Count(e => e.Entity.Kind == AskingForReports.KindOfWork && e.Entity.Subject == slip.Id.Value);
        }));
        await Ask(slip);
        Assert.Single(await Letters(slip));
        world.Time.Advance(TimeSpan.FromDays(8));
        await Ask(old);
        Assert.Empty(await Letters(old));
        Assert.DoesNotContain(Said, (await world.Bea.Get("/c/millbrook")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_has_no_letters_and_finds_it_on_the_wall_and_on_their_page()
    {
        var id = await Past();
        var (guest, other) = (await world.Guest(world.Ruth, id, "Old Tom"), await world.Guest(world.Ruth, id, "Other Tom"));
        await guest.Post($"{Spaces.Wall(id)}/topics", ("title", "Mine"), ("where", Spaces.Spot(await world.Board(id), 0, 0)));
        var slip = (await world.Board(id)).Slips.Single();
        world.Time.Advance(TimeSpan.FromHours(3));
        await Ask(slip);
        Assert.Empty(await Letters(slip));
        foreach (var page in (string[])[Spaces.Wall(id), $"{Spaces.Path(id)}/guest"])
        {
            Assert.Contains(Said, (await guest.Get(page)).Main, StringComparison.Ordinal);
            Assert.DoesNotContain(Said, (await other.Get(page)).Main, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Post($"{Spaces.Topic(id, slip)}/report")).Status);
        Assert.DoesNotContain(Said, (await guest.Get(Spaces.Wall(id))).Main, StringComparison.Ordinal);
    }

    /// <summary>One whose first session, by the clock in Berlin, is over within an hour, and the second an hour later.</summary>
    private async Task<Id<Space>> Past(Stage stage = Stage.Open)
    {
        var (id, ruth) = (await world.Open(world.Ruth, stage), world.Ruth.Person.ActorId);
        var local = WallClock.Local(world.Time.GetUtcNow().UtcDateTime, "Europe/Berlin");
        var slots = (await world.Board(id)).Slots;
        for (var i = 0; i < slots.Count; i++)
        {
            var at = local.AddMinutes(60 * i);
            await world.Writes.Do(unit => unit.SetSlot(ruth, id, slots[i].Id, new SlotWish(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), 50)));
        }
        return id;
    }

    private Task Ask(Slip slip) => world.Writes.Do(unit => unit.AskForReport(world.Paper(), slip.Id));

    private Task<List<DateTime>> Due(Slip slip) => world.Read(db => db.The<OutboxRow>().Where(o => o.Kind == AskingForReports.KindOfWork && o.Subject == slip.Id.Value).OrderBy(o => o.Id).Select(o => o.DueAt).ToListAsync());

    private Task<List<QueuedMail>> Letters(Slip slip) => world.Read(db => db.The<QueuedMail>().Where(m => m.About == slip.Id.Value).ToListAsync());
}
