using System.Net;
using Leaderful.Care;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Care;

public class ReportingTests(CareWorld world) : IClassFixture<CareWorld>
{
    [Fact]
    public async Task A_post_that_hurts_is_reported_folded_decided_answered_and_decided_otherwise()
    {
        var id = await world.Begin(world.Ruth, "Who is to blame", "Words that hurt.");
        Assert.NotNull((await world.Joss.Get($"{Talk.Path(id)}/posts/1/acts")).Page.QuerySelector("a[href$='/posts/1/reports/new']"));
        var reported = await world.Report(world.Joss, id, 1, "It is about me.");
        Assert.Contains("It waits for somebody", reported.Main, StringComparison.Ordinal);
        Assert.Equal("Folded while somebody looks at it", await world.Fold(id, 1));
        Assert.Contains("Words that hurt.", (await world.Wen.Get(Talk.Path(id))).Page.QuerySelector("#p1 details.care .read")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Words that hurt.", (await world.Wen.Get("/c/millbrook/conversations")).Main, StringComparison.Ordinal);
        var path = await world.Path(id, 1);
        foreach (var steward in new[] { world.Ines, world.Noor })
        {
            var mail = await world.MailTo(steward.Person.Email);
            Assert.Contains(path, mail, StringComparison.Ordinal);
            Assert.DoesNotContain("Joss", mail, StringComparison.Ordinal);
            Assert.Contains("Waiting for you", (await steward.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Waiting for you", (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);

        var open = (await world.Ines.Get(path)).Main;
        foreach (var seen in new[] { "Joss Penhale", "It is about me.", "Also of those who are not here.", "Words that hurt." }) Assert.Contains(seen, open, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{path}/decisions", ("verdict", "Kept"), ("agreement", world.Kind.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{path}/decisions", ("why", "Kept as typed"))).Status);
        await world.Decide(world.Ines, id, 1, Verdict.Kept, "Say it without the name.");
        Assert.Equal("Folded by those who tend this community", await world.Fold(id, 1));

        var told = await world.MailTo(world.Ruth.Person.Email);
        foreach (var said in new[] { "Say it without the name.", "We speak kindly", path }) Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Joss", told, StringComparison.Ordinal);
        var mine = await world.Ruth.Follow(await world.Ruth.Get($"{Talk.Path(id)}/posts/1/care"));
        Assert.Contains("Say it without the name.", mine.Main, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Joss", "It is about me." }) Assert.DoesNotContain(hidden, mine.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post($"{path}/answers", ("text", " "))).Status);
        await world.Ruth.Submit(mine, "/answers", ("text", "I meant nobody here."));
        Assert.Contains("answered what was decided", await world.MailTo(world.Ines.Person.Email), StringComparison.Ordinal);
        Assert.Contains("I meant nobody here.", (await world.Noor.Get(path)).Main, StringComparison.Ordinal);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Decide(world.Noor, id, 1, Verdict.Unfolded, "");
        Assert.Null(await world.Fold(id, 1));
        var log = (await world.Ines.Get("/c/millbrook/care")).Main;
        foreach (var line in new[] { "Ines Okoro kept it folded", "Say it without the name.", "Noor Aziz unfolded it", "Noor Aziz decided" }) Assert.Contains(line, log, StringComparison.Ordinal);
        Assert.Contains("Ines Okoro kept it folded", (await world.Ruth.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
        Assert.Contains("it stands as it was", (await world.Joss.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
        var reporter = (await world.Joss.Get(path)).Main;
        Assert.Contains("Noor Aziz unfolded it", reporter, StringComparison.Ordinal);
        foreach (var hidden in new[] { "I meant nobody here.", "Say it without the name." }) Assert.DoesNotContain(hidden, reporter, StringComparison.Ordinal);
        Assert.DoesNotContain("Who is to blame", (await world.Wen.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_there_for_nobody_else()
    {
        var id = await world.Begin(world.Ruth, "Not theirs");
        await world.Report(world.Joss, id, 1);
        var path = await world.Path(id, 1);
        foreach (var other in new[] { world.Wen, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Talk.Path(id)}/posts/1/care")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/answers", ("text", "Theirs"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/decisions", ("verdict", "Unfolded"))).Status);
        }
        foreach (var other in new[] { world.Joss, world.Ines }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/answers", ("text", "Not the author"))).Status);
        foreach (var other in new[] { world.Joss, world.Ruth }) Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{path}/decisions", ("verdict", "Unfolded"))).Status);
        foreach (var other in new[] { world.Hanna, world.Tove, world.Samir })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"), ("text", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get(path.Replace("millbrook", "harbour", StringComparison.Ordinal))).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(path)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_report_a_person_and_a_second_persons_joins_the_first()
    {
        var id = await world.Begin(world.Ruth, "Twice");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get($"{Talk.Path(id)}/posts/1/reports/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"), ("text", "x"))).Status);
        Assert.Null((await world.Ruth.Get($"{Talk.Path(id)}/posts/1/acts")).Page.QuerySelector("a[href$='/reports/new']"));
        var wrong = await world.Joss.Post($"{Talk.Path(id)}/posts/1/reports", ("text", "Kept as typed"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kept as typed"), (wrong.Status, wrong.Page.QuerySelector("textarea")!.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Joss.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"))).Status);
        for (var n = 0; n < 2; n++) await world.Report(world.Joss, id, 1);
        await world.Report(world.Wen, id, 1);
        Assert.Equal(1, await Mails(world.Ines, await world.Path(id, 1)));
        var post = (await world.Post(id, 1)).Id;
        var matter = await world.Read(db => db.The<CareCase>().SingleAsync(c => c.PostId == post));
        Assert.Equal(2, await world.Read(db => db.The<CareReport>().CountAsync(r => r.CaseId == matter.Id)));
        await world.Ruth.Post($"{Talk.Path(id)}/posts/1/deletion");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Noor.Post($"{Talk.Path(id)}/posts/1/reports", ("agreement", "else"), ("text", "x"))).Status);
        Assert.Contains("Its author took it down", (await world.Ines.Get(await world.Path(id, 1))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{await world.Path(id, 1)}/decisions", ("verdict", "Down"), ("agreement", "else"), ("why", "x"))).Status);
    }

    private Task<int> Mails(Visitor to, string path) =>
        world.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == to.Person.Email && m.Text.Contains(path)));

    [Fact]
    public async Task What_was_found_right_is_not_folded_again_unless_it_reads_otherwise()
    {
        var id = await world.Begin(world.Ruth, "Right as it is");
        await world.Report(world.Joss, id, 1);
        await world.Decide(world.Ines, id, 1, Verdict.Unfolded, "");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Report(world.Wen, id, 1);
        Assert.Null(await world.Fold(id, 1));
        await world.Decide(world.Ines, id, 1, Verdict.Unfolded, "");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Ruth.Post($"{Talk.Path(id)}/posts/1/revisions", ("text", "Worse now."));
        await world.Report(world.Joss, id, 1);
        Assert.NotNull(await world.Fold(id, 1));
    }

    [Fact]
    public async Task Asked_to_mend_it_the_author_writes_anew_and_it_is_looked_at_again()
    {
        var id = await world.Begin(world.Ruth, "To mend", "Sharp words.");
        await world.Report(world.Joss, id, 1);
        await world.Decide(world.Ines, id, 1, Verdict.Mend, "Leave out the last line.");
        Assert.Equal("Folded until its author has mended it", await world.Fold(id, 1));
        Assert.NotNull((await world.Ruth.Get(await world.Path(id, 1))).Page.QuerySelector("a[href$='/revisions/new']"));
        Assert.Contains("write this post anew", (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("write this post anew", (await world.Joss.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Null((await world.Noor.Get(await world.Path(id, 1))).Page.QuerySelector("input[name=verdict][value=Accepted]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Decide(world.Noor, id, 1, Verdict.Accepted, "")).Status);
        await world.Ruth.Post($"{Talk.Path(id)}/posts/1/revisions", ("text", "Softer words."));
        Assert.DoesNotContain("write this post anew", (await world.Ruth.Get("/c/millbrook")).Main, StringComparison.Ordinal);
        Assert.Equal("Folded while somebody looks at it", await world.Fold(id, 1));
        Assert.Contains("wrote their post", await world.MailTo(world.Noor.Person.Email), StringComparison.Ordinal);
        Assert.Contains("To mend", (await world.Noor.Get("/c/millbrook/care")).Main, StringComparison.Ordinal);
        Assert.Contains("to look at", (await world.Noor.Get("/")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("to look at", (await world.Joss.Get("/")).Main, StringComparison.Ordinal);
        // Nothing is chosen beforehand: it is not what was decided about any more.
        var again = await world.Noor.Get(await world.Path(id, 1));
        Assert.Null(again.Page.QuerySelector("input[name=verdict][checked]"));
        await world.Noor.Submit(again, "/decisions", ("verdict", nameof(Verdict.Accepted)), ("why", ""));
        Assert.Null(await world.Fold(id, 1));
        Assert.Contains("it is mended", (await world.Ruth.Get(await world.Path(id, 1))).Main, StringComparison.Ordinal);
        Assert.Contains("stands open. Thank you.", await world.MailTo(world.Ruth.Person.Email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_down_it_comes_back_by_another_decision()
    {
        var id = await world.Begin(world.Ines, "Down and back");
        await world.Reply(world.Ruth, id, "Not here.");
        await world.Report(world.Joss, id, 2);
        await world.Decide(world.Ines, id, 2, Verdict.Down, "Not in this house.");
        Assert.NotNull((await world.Wen.Get(Talk.Path(id))).Page.QuerySelector("#p2.taken-down"));
        Assert.Contains("Not in this house.", await world.MailTo(world.Ruth.Person.Email), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Post($"{Talk.Path(id)}/posts/2/restoration")).Status);
        await world.Decide(world.Noor, id, 2, Verdict.Kept, "Folded is enough.");
        Assert.Equal("Folded by those who tend this community", await world.Fold(id, 2));
    }

    [Fact]
    public async Task A_steward_decides_nothing_about_their_own_and_does_not_learn_who_asked()
    {
        var id = await world.Begin(world.Noor, "A steward's words");
        await world.Report(world.Joss, id, 1, "From me.");
        var path = await world.Path(id, 1);
        Assert.Equal((0, 1), (await Mails(world.Noor, path), await Mails(world.Ines, path)));
        var own = await world.Noor.Get(path);
        foreach (var hidden in new[] { "Joss", "From me." }) Assert.DoesNotContain(hidden, own.Text, StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("form[action$='/decisions']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Noor.Post($"{path}/decisions", ("verdict", "Unfolded"))).Status);
        await world.Decide(world.Ines, id, 1, Verdict.Unfolded, "");
    }

    [Fact]
    public async Task Texts_go_with_who_wrote_them_and_with_the_post()
    {
        var leaver = await world.Register("Ada Marsh", "ada@care.example");
        await world.Join(leaver, world.Millbrook);
        await world.Writes.Do(async unit => await Leaderful.Communities.Agreements.Agreeing.Accept(unit, world.Millbrook.Id, await Leaderful.Communities.Entering.ThePerson(unit, leaver.Person.Id), [world.Kind]));
        var (first, second) = (await world.Begin(world.Ruth, "Kept words"), await world.Begin(leaver, "Going words"));
        await world.Report(leaver, first, 1, "Private reason");
        await world.Report(world.Joss, second, 1, "Another reason");
        await leaver.Submit(await leaver.Get("/me/departure"), "/me/departure", ("words", "erased"));
        var texts = await world.Read(db => db.The<CareReport>().Select(r => r.Text).ToListAsync());
        Assert.DoesNotContain("Private reason", texts);
        Assert.DoesNotContain("Another reason", texts);
        var gone = (await world.Post(second, 1)).Id;
        Assert.Null((await world.Read(db => db.The<CareCase>().SingleAsync(c => c.PostId == gone))).WaitingSince);

        var id = await world.Begin(world.Ruth, "Purged");
        await world.Report(world.Joss, id, 1, "Purged reason");
        await world.Decide(world.Ines, id, 1, Verdict.Down, "Purged why");
        world.Time.Advance(Bin.Keeps + TimeSpan.FromHours(1));
        var post = (await world.Post(id, 1)).Id;
        await world.Writes.Do(unit => unit.Purge(post));
        Assert.DoesNotContain("Purged reason", await world.Read(db => db.The<CareReport>().Select(r => r.Text).ToListAsync()));
        Assert.DoesNotContain("Purged why", await world.Read(db => db.The<CareDecision>().Select(r => r.Why).ToListAsync()));
    }
}
