using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Tests.Mail.Archive.Letterbox;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>What belongs together, and what stands first.</summary>
public class ThreadingTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task An_answer_that_came_first_waits_for_what_it_answers()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("b@x", "Re: Night shifts", hour: 2, answers: "a@x", text: "Mine too.", by: "Ben <ben@example.org>"));
        await world.BringIn(list, Letter("a@x", "The night shifts", hour: 1));
        var posts = await world.Posts(list);
        Assert.Equal(["A word.", "Mine too."], posts.Select(p => p.Text.Trim()));
        Assert.Equal(("The night shifts", Monday.AddHours(1), "Ada Lovelace"), (posts[0].Title, posts[0].BegunAt, posts[0].Beginner));
        Assert.Single(posts.DistinctBy(p => p.ConversationId));
    }

    [Fact]
    public async Task Answers_to_a_mail_that_is_missing_are_one_conversation()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("b@x", "Re: One", answers: "gone@x"), Letter("c@x", "Re: Another", hour: 1, references: "gone@x"));
        await world.BringIn(list, Letter("d@x", "Re: Third", hour: 2, references: "gone@x nowhere@x"));
        Assert.Equal([1, 2, 3], (await world.Posts(list)).Select(p => p.Number));
        Assert.Single((await world.Posts(list)).DistinctBy(p => p.ConversationId));
    }

    [Fact]
    public async Task A_later_mail_that_joins_two_conversations_makes_them_one()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("a@x", "Begun"), Letter("c@x", "Re: lost", hour: 2, answers: "b@x"));
        Assert.Equal(2, (await world.Posts(list)).DistinctBy(p => p.ConversationId).Count());
        await world.BringIn(list, Letter("b@x", "Re: Begun", hour: 1, answers: "a@x", text: "Between."));
        var posts = await world.Posts(list);
        Assert.Equal([(1, "Begun"), (2, "Begun"), (3, "Begun")], posts.Select(p => (p.Number, p.Title)));
        Assert.Equal("Between.", posts[1].Text.Trim());
        Assert.Equal(1, await world.Read(db => db.The<Thing>().CountAsync(t => t.CommunityId == list.Id && t.Kind == ThingKind.Thread)));
    }

    [Fact]
    public async Task A_reply_that_names_nothing_goes_on_under_its_subject_for_a_season()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("a@x"), Letter("b@x", "AW: [list] night shifts", hour: 24), Letter("c@x", "Re: Night shifts", hour: 24 * 200), Letter("d@x", "Night shifts", hour: 25));
        Assert.Equal([2, 1, 1], (await world.Posts(list)).GroupBy(p => p.ConversationId).Select(g => g.Count()).OrderDescending());
    }

    [Fact]
    public async Task The_mail_that_began_it_stands_first_whatever_its_clock_said()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("a@x", hour: 30, text: "First."), Letter("b@x", "Re: Night shifts", hour: 1, answers: "a@x"), Letter("c@x", "Re: Night shifts", hour: 40, answers: "a@x"));
        var posts = await world.Posts(list);
        Assert.Equal("First.", posts[0].Text.Trim());
        Assert.Equal(Monday.AddHours(40), posts[0].LastPostAt);
    }

    [Fact]
    public async Task Where_people_have_spoken_here_numbers_stay_and_old_mails_stand_at_the_end()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("a@x"), Letter("c@x", "Re: Night shifts", hour: 5, answers: "a@x"));
        var conversation = (await world.Posts(list))[0].ConversationId;
        Assert.Equal(3, await world.Reply(world.Ines, conversation, "And here we go on."));
        await world.BringIn(list, Letter("b@x", "Re: Night shifts", hour: 2, answers: "a@x", text: "Late."));
        var posts = await world.Posts(list);
        Assert.Equal(["A word.", "A word.", "And here we go on.", "Late."], posts.Select(p => p.Text.Trim()));
        Assert.Equal(5, await world.Reply(world.Ines, conversation, "Good."));
    }

    [Fact]
    public async Task A_name_that_people_gave_a_conversation_stays()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("b@x", "Re: Night shifts", hour: 2, answers: "a@x"));
        var conversation = (await world.Posts(list))[0].ConversationId;
        await world.Writes.Do(unit => unit.Rename(world.Ines.Person.ActorId, conversation, "Our nights"));
        await world.BringIn(list, Letter("a@x", "Before"));
        Assert.Equal("Our nights", (await world.Posts(list))[0].Title);
    }

    [Fact]
    public async Task Whoever_had_read_up_to_a_mail_has_still_read_up_to_it()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("b@x", "Re: Night shifts", hour: 2, answers: "a@x"), Letter("d@x", "Re: Night shifts", hour: 8, answers: "a@x"));
        var conversation = (await world.Posts(list))[0].ConversationId;
        await world.Writes.Do(unit => unit.Read(world.Ines.Person.Id, conversation, list.Id, 1));
        await world.BringIn(list, Letter("a@x"), Letter("c@x", "Re: Night shifts", hour: 4, answers: "b@x"));
        Assert.Equal(2, await world.Read(db => db.The<ReadMark>().Where(m => m.ConversationId == conversation).Select(m => m.UpTo).SingleAsync()));
    }

    [Fact]
    public async Task A_mail_without_an_id_is_there_once()
    {
        var list = await world.NewCommunity();
        await world.BringIn(list, Letter("", text: "Nameless."));
        var again = await world.BringIn(list, Letter("", text: "Nameless."), Letter("", text: "Another."));
        Assert.Equal((1, 1), (again.Placed, again.AlreadyHere));
    }

    [Fact]
    public async Task The_house_sees_live_how_a_conversation_grows()
    {
        await world.BringIn(world.Millbrook, Letter("live-a@x"));
        var conversation = (await world.Posts(world.Millbrook)).Single(p => p.At == Monday).ConversationId;
        var before = (await world.Find(conversation)).Version;
        await world.BringIn(world.Millbrook, Letter("live-b@x", "Re: Night shifts", hour: 1, answers: "live-a@x"), Letter("live-c@x", "Re: Night shifts", hour: 2, answers: "live-a@x"));
        var posts = await world.Read(db => db.The<Post>().Where(p => p.ConversationId == conversation && p.Version > before).OrderBy(p => p.Number).ToListAsync());
        Assert.Equal([2, 3], posts.Select(p => p.Number));
        Assert.All(posts, p => Assert.Equal(p.Version, p.Born));
        Assert.Equal(posts[^1].Version, (await world.Find(conversation)).Version);
    }
}
