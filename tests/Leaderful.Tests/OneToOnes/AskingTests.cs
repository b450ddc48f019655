using System.Net;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.OneToOnes;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Leaderful.Tests.Circles;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Tests.OneToOnes.OneToOneSteps;

namespace Leaderful.Tests.OneToOnes;

/// <summary>One asks, the other answers, with an account or without; nobody is nagged, and nobody else hears of it.</summary>
public class AskingTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Whoever_has_no_account_chooses_a_time_by_the_letter_and_both_have_it_in_their_calendars()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida", ("purpose", "To hear how the well was dug")), Address());
        await AskByLetter(world.Ruth, one, to, ("day2", "2027-03-05"), ("at2", "18:00"));
        var link = await world.LinkTo(to);
        var page = await world.Anyone().Get(link);
        Assert.Equal("Ruth Abara would like to meet you", page.Heading);
        Assert.Contains("To hear how the well was dug", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ida", page.Page.QuerySelector("form")!.TextContent, StringComparison.Ordinal);
        var after = await world.Anyone().Follow(await world.Anyone().Post($"{link}/answer", ("answer", Choice(page, "5 March")), ("word", "Gladly")));
        Assert.Contains("You meet Ruth Abara", after.Main, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2027, 3, 5), new TimeOnly(18, 0), 45), ((await world.Now(one.Id)).Day, (await world.Now(one.Id)).At, (await world.Now(one.Id)).Minutes));
        var mine = await world.Ruth.Get(At(one));
        foreach (var said in new[] { "You two agreed to meet", "Gladly", "5 March 2027" }) Assert.Contains(said, mine.Main, StringComparison.Ordinal);
        foreach (var calendar in new[] { (await world.Anyone().Get($"{link}/mine.ics")).Text, (await world.Ruth.Get($"{At(one)}/one-to-one.ics")).Text, await Calendar(to), await Calendar(world.Ruth.Person.Email) })
        {
            Assert.Contains("DTSTART;TZID=Europe/Berlin:20270305T180000", calendar, StringComparison.Ordinal);
            Assert.Contains("DTEND;TZID=Europe/Berlin:20270305T184500", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain("well was dug", calendar, StringComparison.Ordinal);
        }
        await NobodyElseSees(one, "Ida");
    }

    [Fact]
    public async Task A_member_who_is_asked_answers_by_the_letter_or_signed_in()
    {
        await Proved(world.Wen);
        var one = await world.Plan(world.Ruth, "Wen Li", ("purpose", "To hear about the vans"));
        await AskByLetter(world.Ruth, one);
        Assert.Contains("Ruth Abara", (await world.Wen.Get("/c/millbrook")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var page = await world.Wen.Get(At(one));
        Assert.Equal("Ruth Abara would like to meet you", page.Heading);
        page = await world.Wen.Submit(page, "/answer", ("answer", Choice(page, "4 March")));
        Assert.Contains("You meet Ruth Abara", page.Main, StringComparison.Ordinal);
        var link = await world.LinkTo(world.Wen.Person.Email);
        page = await world.Anyone().Get(link);
        Assert.Contains("You meet Ruth Abara", page.Main, StringComparison.Ordinal);
        await world.Anyone().Post($"{link}/answer", ("answer", "no"), ("word", "My mother is ill"));
        var mine = await world.Ruth.Get(At(one));
        foreach (var said in new[] { "would rather not", "My mother is ill" }) Assert.Contains(said, mine.Main, StringComparison.Ordinal);
        await NobodyElseSees(one, "vans");
    }

    [Fact]
    public async Task What_is_agreed_in_person_or_by_phone_is_noted_in_a_tap_and_the_other_hears_nothing_of_it()
    {
        var one = await world.Plan(world.Ruth, "Bea Lindqvist");
        var page = await world.Ruth.Follow(await world.Ruth.Post($"{At(one)}/agreement", ("by", "Phone")));
        Assert.Contains("You two agreed to meet", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bea.Get(At(one))).Status);
        Assert.DoesNotContain(await world.Read(db => db.The<QueuedMail>().Where(m => m.About == one.Id.Value).ToListAsync()), m => m.To.Length > 0);
        page = await world.Ruth.Follow(await world.Ruth.Post($"{At(one)}/agreement/ending"));
        Assert.Contains("Does Bea Lindqvist know yet?", page.Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{At(one)}/agreement", ("by", "InPerson"));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Post($"{At(one)}/request", ("way", "Mail"))).Status);
        Assert.Contains("You meet Ruth Abara", (await world.Bea.Get(At(one))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shown_to_its_maker_once_and_a_new_one_ends_it()
    {
        var one = await world.Plan(world.Ruth, "Uncle Tom");
        var first = await HandedOver(one);
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get(first)).Status);
        var second = await HandedOver(one);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), ((await world.Anyone().Get(first)).Status, (await world.Anyone().Get(second)).Status));
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post($"{first}/answer", ("answer", "no"))).Status);
        Assert.Null((await world.Wen.Get($"{At(one)}/link")).Page.QuerySelector(".address"));
    }

    [Fact]
    public async Task A_wrong_address_is_said_on_its_field_and_whoever_it_was_sent_to_loses_the_way_in()
    {
        var (one, wrong, right) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address(), Address());
        foreach (var (typed, said) in new[] { ("", "Say where the letter goes"), ("ida at home", "That is no mail address") })
        {
            var again = await world.Ruth.Post($"{At(one)}/request", ("way", "Mail"), ("email", typed), ("day", "2027-03-04"), ("at", "07:30"), ("day2", "2027-03-05"), ("at2", "18:00"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Contains(said, again.Page.QuerySelector("#email-w")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(("2027-03-05", typed), (again.Page.QuerySelector("#day2")!.GetAttribute("value"), again.Page.QuerySelector("#email")!.GetAttribute("value")));
        }
        await AskByLetter(world.Ruth, one, wrong);
        await GiveUp(wrong);
        Assert.Contains("A letter did not get there", (await world.Ruth.Get(At(one))).Main, StringComparison.Ordinal);
        var lost = await world.LinkTo(wrong);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await AskByLetter(world.Ruth, one, right);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(lost)).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get(await world.LinkTo(right))).Status);
        Assert.DoesNotContain("A letter did not get there", (await world.Ruth.Get(At(one))).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-03-04", "07:30", "day2", "That time has passed")]
    [InlineData("2027-03-04", "", "at2", "")]
    [InlineData("", "07:30", "day2", "")]
    public async Task A_second_time_that_cannot_be_is_said_on_its_own_field(string day, string at, string field, string said)
    {
        var one = await world.Plan(world.Ruth, "Grandmother Ida");
        var again = await world.Ruth.Post($"{At(one)}/request", ("way", "Link"), ("day", "2027-03-04"), ("at", "07:30"), ("day2", day), ("at2", at));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(said, again.Page.QuerySelector($"#{field}-w")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_twice_the_later_answer_stands_and_times_that_are_gone_are_said_to_be()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        await AskByLetter(world.Ruth, one, to, ("day2", "2027-03-05"), ("at2", "18:00"));
        var link = await world.LinkTo(to);
        var page = await world.Anyone().Get(link);
        var (fourth, fifth) = (Choice(page, "4 March"), Choice(page, "5 March"));
        await Task.WhenAll(world.Anyone().Post($"{link}/answer", ("answer", fourth)), world.Anyone().Post($"{link}/answer", ("answer", fourth)));
        Assert.Single(await LettersAbout(one, world.Ruth.Person.Email));
        await world.Anyone().Post($"{link}/answer", ("answer", fifth));
        Assert.Equal(new DateOnly(2027, 3, 5), (await world.Now(one.Id)).Day);
        await AskByLetter(world.Ruth, one, to, ("day", "2027-04-01"));
        var again = await world.Anyone().Post($"{link}/answer", ("answer", fourth), ("word", "See you"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("The times have changed", again.Page.QuerySelector("#answer-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("See you", again.Page.QuerySelector("#word")!.GetAttribute("value"));
        Assert.Null((await world.Read(db => db.The<OneToOneRequest>().SingleAsync(r => r.OneToOneId == one.Id))).AgreedAt);
    }

    [Fact]
    public async Task Another_time_is_wished_for_with_a_word_and_the_planner_asks_anew()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        await AskByLetter(world.Ruth, one, to);
        var link = await world.LinkTo(to);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Anyone().Post($"{link}/answer", ("answer", "another"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Anyone().Post($"{link}/answer")).Status);
        await world.Anyone().Post($"{link}/answer", ("answer", "another"), ("word", "Sundays are good"));
        Assert.Contains("Sundays are good", (await world.Ruth.Get(At(one))).Main, StringComparison.Ordinal);
        Assert.Contains("Sundays are good", await world.MailTo(world.Ruth.Person.Email), StringComparison.Ordinal);
        await world.Ruth.Submit(await world.Ruth.Get($"{At(one)}/settings"), "/settings", ("day", "2027-03-07"));
        Assert.Contains("7 March", (await world.Anyone().Get(link)).Main, StringComparison.Ordinal);
        Assert.Contains("7 March", await world.MailTo(to), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_called_off_is_said_once_and_taken_out_of_the_calendar()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        await AskByLetter(world.Ruth, one, to);
        var link = await world.LinkTo(to);
        await world.Anyone().Post($"{link}/answer", ("answer", Choice(await world.Anyone().Get(link), "4 March")));
        await world.Ruth.Post($"{At(one)}/leaving");
        await world.Ruth.Post($"{At(one)}/leaving");
        Assert.Contains("METHOD:CANCEL", await Calendar(to), StringComparison.Ordinal);
        Assert.Single(await LettersAbout(one, to), l => l.Subject.Contains("does not take place", StringComparison.Ordinal));
        Assert.Contains("It does not take place", (await world.Anyone().Get(link)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Anyone().Post($"{link}/answer", ("answer", "no"))).Status);
        await world.Ruth.Post($"{At(one)}/deletion");
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(link)).Status);
    }

    [Fact]
    public async Task With_somebody_else_now_whoever_was_asked_before_hears_so_and_nothing_of_it_stays_for_the_next()
    {
        await Proved(world.Wen);
        var one = await world.Plan(world.Ruth, "Wen Li");
        await AskByLetter(world.Ruth, one);
        await world.Wen.Post($"{At(one)}/shared", ("other-does", "What Wen takes on"));
        await world.Ruth.Submit(await world.Ruth.Get($"{At(one)}/settings"), "/settings", ("name", "Bea Lindqvist"), ("person", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Wen.Get(At(one))).Status);
        Assert.Single(await LettersAbout(one, world.Wen.Person.Email), l => l.Subject.Contains("does not take place", StringComparison.Ordinal));
        await AskByLetter(world.Ruth, one);
        Assert.DoesNotContain("What Wen takes on", (await world.Bea.Get(At(one))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What Wen takes on", (await world.Bea.Get($"{At(one)}/shared")).Text, StringComparison.Ordinal);
        foreach (var letter in await LettersAbout(one, world.Wen.Person.Email)) Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(LinkIn(letter))).Status);
    }

    [Fact]
    public async Task Nobody_is_handed_a_members_way_in_and_whoever_has_left_has_none()
    {
        var joss = await world.Newcomer("Joss Left");
        await Proved(joss);
        var one = await world.Plan(world.Ruth, "Joss Left");
        Assert.Null((await world.Ruth.Get($"{At(one)}/request")).Page.QuerySelector("input[value=Link]"));
        await world.Ruth.Post($"{At(one)}/request", ("way", "Link"), ("day", "2027-03-04"), ("at", "07:30"));
        Assert.Null((await world.Ruth.Get($"{At(one)}/link")).Page.QuerySelector(".address"));
        var link = await world.LinkTo(joss.Person.Email);
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone().Get(link)).Status);
        await joss.Post("/c/millbrook/leaving");
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post($"{link}/answer", ("answer", "no"))).Status);
        await world.Ruth.Submit(await world.Ruth.Get($"{At(one)}/settings"), "/settings", ("place", "The quay"));
        Assert.Equal(joss.Person.ActorId, (await world.Now(one.Id)).WithId);
    }

    [Fact]
    public async Task It_is_not_over_while_one_of_the_times_is_ahead_and_none_that_has_passed_is_taken()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        var soon = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).AddDays(2);
        await AskByLetter(world.Ruth, one, to, ("day", $"{soon:yyyy-MM-dd}"), ("day2", $"{soon.AddDays(5):yyyy-MM-dd}"), ("at2", "18:00"));
        var link = await world.LinkTo(to);
        var choices = (await world.Anyone().Get(link)).Page.QuerySelectorAll("#answer input").Select(i => i.GetAttribute("value")!).ToList();
        world.Time.Advance(TimeSpan.FromDays(3));
        var late = await world.Anyone().Post($"{link}/answer", ("answer", choices[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Anyone().Post($"{link}/answer", ("answer", choices[1]))).Status);
        Assert.Equal(soon.AddDays(5), (await world.Now(one.Id)).Day);
    }

    [Fact]
    public async Task What_was_chosen_meanwhile_is_not_written_over_unseen()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        await AskByLetter(world.Ruth, one, to, ("day2", "2027-03-05"), ("at2", "18:00"));
        var (settings, asking) = (await world.Ruth.Get($"{At(one)}/settings"), await world.Ruth.Get($"{At(one)}/request"));
        var link = await world.LinkTo(to);
        await world.Anyone().Post($"{link}/answer", ("answer", Choice(await world.Anyone().Get(link), "4 March")));
        var told = await world.Ruth.Post(settings.FormTo("/settings"), [.. settings.FieldsOf("/settings", [("place", "The quay")])]);
        Assert.Contains("chose another time meanwhile", told.Page.QuerySelector("#day-w")!.TextContent, StringComparison.Ordinal);
        told = await world.Ruth.Post(asking.FormTo("/request"), [.. asking.FieldsOf("/request", [])]);
        Assert.Contains("They answered meanwhile", told.Page.QuerySelector("#day-w")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await world.Read(db => db.The<OneToOneRequest>().SingleAsync(r => r.OneToOneId == one.Id))).AgreedAt);
    }

    [Fact]
    public async Task Whoever_set_the_planner_aside_hears_nothing()
    {
        var joss = await world.Newcomer("Joss Aside");
        await Proved(joss);
        await world.Writes.Do(async unit => { unit.Db.Add(new SetAside { Id = Id<SetAside>.New(), PersonId = joss.Person.Id, OtherId = world.Ruth.Person.ActorId, CommunityId = world.Millbrook.Id, At = unit.Now }); await unit.Db.SaveChangesAsync(); });
        var one = await world.Plan(world.Ruth, "Joss Aside");
        await AskByLetter(world.Ruth, one);
        Assert.Empty(await LettersAbout(one, joss.Person.Email));
        Assert.DoesNotContain("Ruth Abara", (await joss.Get(List)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_had_only_a_link_can_be_forgotten()
    {
        var (one, to) = (await world.Plan(world.Ruth, "Grandmother Ida"), Address());
        await AskByLetter(world.Ruth, one, to);
        var link = await world.LinkTo(to);
        await world.Anyone().Post($"{link}/answer", ("answer", "another"), ("word", "Sundays are good"));
        Assert.Contains("You are forgotten here", (await world.Anyone().Post($"{link}/forgetting")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(link)).Status);
        var request = await world.Read(db => db.The<OneToOneRequest>().SingleAsync(r => r.OneToOneId == one.Id));
        Assert.Equal(("", ""), (request.Email, request.Word));
        Assert.Equal("", await world.Read(db => db.The<Actor>().Where(a => a.Id == request.OtherId).Select(a => a.Name).SingleAsync()));
        Assert.DoesNotContain("Sundays", (await world.Ruth.Get(At(one))).Main, StringComparison.Ordinal);
        Assert.Equal("With Grandmother Ida", (await world.Ruth.Get(At(one))).Heading);
    }

    [Fact]
    public async Task A_calendar_elsewhere_shows_what_I_planned_and_what_I_agreed_to()
    {
        var (bea, wen) = (await world.Newcomer("Bo Calendar"), await world.Newcomer("Cy Calendar"));
        var one = await world.Plan(bea, "Cy Calendar");
        var feeds = new Dictionary<Visitor, string>();
        foreach (var who in new[] { bea, wen, world.Ines }) feeds[who] = (await who.Follow(await who.Post("/me/calendars", ("whose", "Mine")))).Page.QuerySelector(".address")!.TextContent.Trim();
        Task<string> Feed(Visitor who) => world.Anyone().Client.GetStringAsync(new Uri(feeds[who]).PathAndQuery);
        Assert.Contains("With Cy Calendar", await Feed(bea), StringComparison.Ordinal);
        await AskByLetter(bea, one);
        Assert.DoesNotContain("With Bo Calendar", await Feed(wen), StringComparison.Ordinal);
        var page = await wen.Get(At(one));
        await wen.Submit(page, "/answer", ("answer", Choice(page, "4 March")));
        Assert.Contains("With Bo Calendar", await Feed(wen), StringComparison.Ordinal);
        Assert.DoesNotContain("Calendar", await Feed(world.Ines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_writes_to_the_many()
    {
        var joss = await world.Newcomer("Joss Many");
        for (var n = 0; n < 20; n++) await AskByLetter(joss, await world.Plan(joss, $"Somebody {n}"), Address());
        var one = await world.Plan(joss, "One more");
        var again = await joss.Post($"{At(one)}/request", ("way", "Mail"), ("email", Address()), ("day", "2027-03-04"), ("at", "07:30"));
        Assert.Contains("many people today", again.Page.QuerySelector("#email-w")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await joss.Post($"{At(one)}/request", ("way", "Link"), ("day", "2027-03-04"), ("at", "07:30"))).Status);
    }

    /// <summary>Whoever is not of the two finds neither the page nor its words, and changes nothing: a steward as little as a stranger.</summary>
    private async Task NobodyElseSees(OneToOne one, string word)
    {
        var before = await Standing(one);
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone() })
        {
            foreach (var path in new[] { "", "/request", "/link", "/shared", "/one-to-one.ics", "/mine.ics" }) Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{At(one)}{path}")).Status);
            foreach (var act in new[] { "request", "agreement", "agreement/ending", "answer", "shared", "shared/confirmation" }) await other.Post($"{At(one)}/{act}", ("answer", "no"), ("way", "Link"), ("day", "2027-08-04"), ("at", "07:30"), ("edition", "0"));
            Assert.DoesNotContain(word, (await other.Get("/c/millbrook")).Text, StringComparison.Ordinal);
        }
        Assert.Equal(before, await Standing(one));
        Assert.False(await world.Read(db => db.The<JournalEntry>().AnyAsync(j => j.Subject == one.Id.Value)));
    }

    private Task<(DateOnly, DateTime?, DateTime?, int, bool)> Standing(OneToOne one) => world.Read(async db =>
    {
        var (it, request) = (await db.The<OneToOne>().SingleAsync(o => o.Id == one.Id), await db.The<OneToOneRequest>().SingleAsync(r => r.OneToOneId == one.Id));
        return (it.Day, request.AgreedAt, request.DeclinedAt, request.Sequence, await db.The<SharedPart>().AnyAsync(s => s.OneToOneId == one.Id));
    });

    private async Task<string> HandedOver(OneToOne one)
    {
        var page = await world.Ruth.Follow(await world.Ruth.Post($"{At(one)}/request", ("way", "Link"), ("day", "2027-03-04"), ("at", "07:30")));
        return new Uri(page.Page.QuerySelector(".address")!.TextContent.Trim()).PathAndQuery;
    }

    private Task Proved(Visitor who) => world.Writes.Do(unit => unit.Db.The<Person>().Where(p => p.Id == who.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));

    private Task<List<QueuedMail>> LettersAbout(OneToOne one, string to) => world.Read(db => db.The<QueuedMail>().AsNoTracking().Where(m => m.About == one.Id.Value && m.To == to).ToListAsync());

    private static string LinkIn(QueuedMail letter) => new Uri(letter.Text.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;

    /// <summary>As though nobody took mail there.</summary>
    private Task GiveUp(string to) => world.Writes.Do(async unit =>
    {
        var letter = await unit.Db.The<QueuedMail>().Where(m => m.To == to).Select(m => m.Id).SingleAsync();
        unit.Db.Add(new OutboxRow { Id = Id<OutboxRow>.New(), Kind = MailHandler.KindOfWork, Subject = letter.Value, DueAt = unit.Now, GivenUpAt = unit.Now });
    });

    private Task<string> Calendar(string to) => world.Read(db => db.The<QueuedMail>().Where(m => m.To == to && m.Calendar != null).OrderByDescending(m => m.Id).Select(m => m.Calendar!).FirstAsync());
}
