using System.Net;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Mail;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Communities.Bringing;

/// <summary>A steward brings in many at once: looks at the list, mends it, says yes; each gets one mail.</summary>
public class BringingTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task Five_hundred_with_twelve_rows_that_cannot_be_used_are_mended_and_all_invited_once()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var lines = Lists.Csv(500, domain).Split('\n');
        string[] bad = ["", "no address", "a@b", "x@", "@y.example", "two@one.example; three@one.example", "=1+1", "p p@one.example", "ä@", "a..b@one.example", "<script>alert(1)</script>", "p@-.example"];
        for (var n = 0; n < bad.Length; n++) lines[10 + n] = $"Mended {n},\"{bad[n]}\"";
        var page = await world.Ines.Bring(community, string.Join('\n', lines));

        Assert.Equal(488, page.Count("Will be invited"));
        Assert.Equal(12, page.Count("Cannot be used"));
        var rows = page.Page.QuerySelectorAll("fieldset").Where(f => f.QuerySelector("legend")?.TextContent.StartsWith("Row ", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(Enumerable.Range(11, 12).Select(n => $"Row {n}"), rows.Select(r => r.QuerySelector("legend")!.TextContent));
        Assert.All(rows, r => Assert.NotEqual("", r.QuerySelector(".wrong")!.TextContent.Trim()));
        Assert.Contains("There is no address", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("several addresses", rows[5].TextContent, StringComparison.Ordinal);
        Assert.Empty(await world.MailedAt(domain));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post($"{page.PathOf()}/sending", ("lasting", "Week"))).Status);

        // Eleven are mended, one is typed wrong again: those are kept, this one is shown as it was typed.
        var mended = Enumerable.Range(0, 12).Select(n => ($"row-{11 + n}-email", n == 3 ? "still wrong" : $"m{n}@{domain}")).ToArray();
        var again = await world.Ines.Submit(page, "/rows", mended);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(1, again.Count("Cannot be used"));
        Assert.Equal("still wrong", again.Page.QuerySelector("#row-14-email")!.GetAttribute("value"));
        var right = await world.Ines.Submit(again, "/rows", ("row-14-email", $"m3@{domain}"));
        Assert.Equal(500, right.Count("Will be invited"));
        Assert.Empty(await world.MailedAt(domain));

        var going = await world.Ines.Submit(right, "/sending", ("lasting", "Week"));
        Assert.NotNull(going.Page.QuerySelector("meta[http-equiv=refresh]"));
        var list = await world.Ended(page.ListOf());
        Assert.Equal((500, 500), (list.Invited, list.Total));
        var mailed = await world.MailedAt(domain);
        Assert.Equal((500, 500), (mailed.Count, mailed.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(500, await world.Read(db => db.The<CapabilityLink>().CountAsync(l => l.CommunityId == community.Id && l.MaxUses == 1 && l.Email!.EndsWith(domain))));
        Assert.Equal(0, await world.RowsOf(list.Id));
        var done = await world.Ines.Get(page.PathOf());
        Assert.Contains("500 people were invited", done.Main, StringComparison.Ordinal);
        Assert.Null(done.Page.QuerySelector("meta[http-equiv=refresh]"));
        Assert.DoesNotContain(domain, done.Text, StringComparison.Ordinal);

        var mail = await world.MailTo($"m3@{domain}");
        Assert.StartsWith("Hello Mended 3,", mail, StringComparison.Ordinal);
        var wen = await world.Newcomer();
        var link = await world.LinkTo($"m3@{domain}");
        await wen.Submit(await wen.Get(link), link);
        Assert.True(await world.IsMember(wen, community));

        var second = await world.Ines.Bring(community, Lists.Csv(500, domain));
        Assert.Equal((12, 488), (second.Count("Will be invited"), second.Count("open invitation")));
    }

    [Fact]
    public async Task Whoever_tends_the_community_sees_it_go_on_and_nobody_else_hears_of_it()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, Lists.Csv(150, domain));
        var going = await world.Ines.Submit(page, "/sending");
        await using var watcher = await Watcher.Open(world.Ines, going);
        await using var member = await Watcher.Open(world.Ruth, going);
        await using var elsewhere = await Watcher.Open(world.Hanna, going);
        await using var stranger = await Watcher.Open(world.Samir, going);
        await world.Ended(page.ListOf());
        await watcher.Until((await world.TheList(page.ListOf())).Version);
        Assert.Equal("This list is done", watcher.Page.QuerySelector("#guests-title")!.TextContent);
        Assert.Contains("150 people were invited", watcher.Page.QuerySelector("#guests-going")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(watcher.Page.QuerySelectorAll("progress, form[action$='/pause'], form[action$='/deletion']"));
        Assert.DoesNotContain(domain, watcher.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { member, elsewhere, stranger })
        {
            for (var n = 0; n < 2; n++)
            {
                await world.Services.GetRequiredService<LiveHub>().Beat();
                Assert.True(await other.Next());
            }
            Assert.Empty(other.Changes);
        }
    }

    [Fact]
    public async Task Stopped_half_way_nobody_else_is_written_to_until_it_goes_on()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, Lists.Csv(150, domain));
        var going = await world.Ines.Submit(page, "/sending");
        await world.Begun(page.ListOf());
        var stopped = await world.Ines.Submit(going, "/pause");
        var invited = (await world.TheList(page.ListOf())).Invited;
        Assert.InRange(invited, 1, 149);
        await Task.Delay(700, TestContext.Current.CancellationToken);
        Assert.Equal(invited, (await world.MailedAt(domain)).Count);
        stopped = await world.Ines.Get(stopped.PathOf());
        Assert.Contains($"Stopped at {invited} of 150", stopped.Main, StringComparison.Ordinal);
        Assert.Contains("Not yet invited", stopped.Main, StringComparison.Ordinal);
        await world.Ines.Submit(stopped, "/pause/ending");
        await world.Ended(page.ListOf());
        var mailed = await world.MailedAt(domain);
        Assert.Equal((150, 150), (mailed.Count, mailed.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task Deleted_half_way_the_rest_is_forgotten_and_the_same_file_again_invites_only_the_rest()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, Lists.Csv(120, domain));
        var going = await world.Ines.Submit(page, "/sending");
        await world.Begun(page.ListOf());
        await world.Ines.Submit(going, "/deletion");
        var invited = (await world.TheList(page.ListOf())).Invited;
        Assert.Equal(0, await world.RowsOf(page.ListOf()));
        var second = await world.Ines.Bring(community, Lists.Csv(120, domain));
        Assert.Equal(120 - invited, second.Count("Will be invited"));
        await world.Ines.Submit(second, "/sending");
        await world.Ended(second.ListOf());
        var mailed = await world.MailedAt(domain);
        Assert.Equal((120, 120), (mailed.Count, mailed.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task A_list_that_is_only_looked_at_can_be_deleted_without_a_trace()
    {
        var community = await world.Found();
        var page = await world.Ines.Bring(community, Lists.Csv(3, Lists.NewDomain()));
        var after = await world.Ines.Submit(page, "/deletion");
        Assert.Equal("Bring people in", after.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(page.PathOf())).Status);
        Assert.Equal(0, await world.RowsOf(page.ListOf()));
    }

    [Fact]
    public async Task Members_doubles_and_those_who_were_sent_away_are_told_apart()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var away = await world.Newcomer();
        await world.Join(away, community);
        await world.Ines.Post($"{community.Path}/people/{away.Person.Id}/ending", ("because", "Again and again"));
        var page = await world.Ines.Bring(community, $"Mail;Vorname;Nachname\nRUTH@millbrook.example;Ruth;Abara\na@{domain};Anna;Bell\nA@{domain};Anna;B\n{away.Person.Email};Wen;Li\nBea Bo <b@{domain}>;;\n");
        Assert.Equal((2, 1, 1, 1), (page.Count("Will be invited"), page.Count("members already"), page.Count("in the list twice"), page.Count("sent away")));
        Assert.Contains("Again in row 4", page.Main, StringComparison.Ordinal);
        Assert.Contains("Anna Bell", page.Main, StringComparison.Ordinal);
        Assert.Contains("Bea Bo", page.Main, StringComparison.Ordinal);
        await world.Ines.Submit(page, "/sending");
        await world.Ended(page.ListOf());
        Assert.Equal(2, (await world.MailedAt(domain)).Count);
    }

    [Fact]
    public async Task The_guess_which_column_is_which_can_be_changed()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, $"Private mail\tWork mail\tTown\na@{domain}\twork@{domain}\tMillbrook\n");
        Assert.Equal("0", page.Page.QuerySelector("select[name=email] option[selected]")!.GetAttribute("value"));
        page = await world.Ines.Submit(page, "/columns", ("email", "1"), ("name", "2"));
        Assert.Contains($"work@{domain}", page.Main, StringComparison.Ordinal);
        Assert.Contains("Millbrook", page.Page.QuerySelector(".items .name")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_left_out_and_taken_back_in()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, $"Name,Mail\nA,a@{domain}\nB,none\nC,\n");
        page = await world.Ines.Submit(page, "/rows", ("row-3-out", "yes"), ("row-4-email", $"c@{domain}"));
        Assert.Equal((2, 1), (page.Count("Will be invited"), page.Count("You left out")));
        page = await world.Ines.Submit(page, "/rows/restoration");
        Assert.Equal(1, page.Count("Cannot be used"));
        page = await world.Ines.Submit(page, "/rows/omission");
        Assert.Equal((2, 1), (page.Count("Will be invited"), page.Count("You left out")));
    }

    [Fact]
    public async Task After_seven_days_a_list_goes_by_itself()
    {
        await using var aside = new World();
        await aside.InitializeAsync();
        var page = await aside.Ines.Bring(aside.Millbrook, Lists.Csv(3, Lists.NewDomain()));
        aside.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await Task.Delay(4000, TestContext.Current.CancellationToken);
        Assert.Equal(3, await aside.RowsOf(page.ListOf()));
        aside.Time.Advance(TimeSpan.FromMinutes(2));
        for (var wait = 0; wait < 100 && await aside.RowsOf(page.ListOf()) > 0; wait++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, await aside.RowsOf(page.ListOf()));
        Assert.Equal(0, await aside.Read(db => db.The<GuestList>().CountAsync()));
    }

    [Fact]
    public async Task The_program_ends_in_the_middle_and_goes_on_where_it_was()
    {
        await using var aside = new World();
        await aside.InitializeAsync();
        var domain = Lists.NewDomain();
        var page = await aside.Ines.Bring(aside.Millbrook, Lists.Csv(150, domain));
        await aside.Ines.Submit(page, "/sending");
        await aside.Begun(page.ListOf());
        await aside.Restart();
        var ines = aside.Again(aside.Ines);
        Assert.InRange((await aside.TheList(page.ListOf())).Invited, 1, 149);
        Assert.Equal(HttpStatusCode.OK, (await ines.Get(page.PathOf())).Status);
        await aside.Ended(page.ListOf());
        var mailed = await aside.MailedAt(domain);
        Assert.Equal((150, 150), (mailed.Count, mailed.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task A_steward_who_steps_down_invites_nobody_any_more_and_another_lets_it_go_on()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var colleague = await world.Newcomer("Second Steward");
        await world.Join(colleague, community);
        await world.Writes.Do(async unit =>
        {
            (await unit.MembershipOf(community.Id, colleague.Person.Id))!.BecomeSteward(unit.Now);
            unit.Tell(Streams.Of(colleague.Person.Id));
        });
        var page = await colleague.Bring(community, Lists.Csv(100, domain));
        var going = await colleague.Submit(page, "/sending");
        await world.Begun(page.ListOf());
        await colleague.Submit(going, "/pause");
        await colleague.Post($"{community.Path}/stewards/resignation");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Post($"{page.PathOf()}/pause/ending")).Status);
        await world.Ines.Submit(await world.Ines.Get(page.PathOf()), "/pause/ending");
        await world.Ended(page.ListOf());
        Assert.Equal(100, (await world.MailedAt(domain)).Count);
        Assert.Contains("Ines Okoro invites you", await world.MailTo($"p100@{domain}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_closes_their_account_is_taken_from_lists_that_wait()
    {
        var community = await world.Found();
        var wen = await world.Newcomer();
        var page = await world.Ines.Bring(community, $"Name,Mail\nWen,{wen.Person.Email}\nOther,o@{Lists.NewDomain()}\n");
        await world.Writes.Do(unit => unit.ForgetGuest(wen.Person.EmailKey));
        Assert.DoesNotContain(wen.Person.Email, (await world.Ines.Get(page.PathOf())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_or_touches_a_list()
    {
        var (community, domain) = (await world.Found(), Lists.NewDomain());
        var page = await world.Ines.Bring(community, Lists.Csv(2, domain));
        string[] ways = ["/columns", "/rows", "/rows/omission", "/rows/restoration", "/sending", "/pause", "/pause/ending", "/deletion"];
        foreach (var other in new[] { world.Ruth, world.Hanna, world.Tove, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{community.Path}/bringing")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Upload(community, Lists.Csv(2, domain))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page.PathOf())).Status);
            foreach (var way in ways) Assert.Equal(HttpStatusCode.NotFound, (await other.Post(page.PathOf() + way)).Status);
        }
        // Neither does a steward find it in their own community.
        var elsewhere = $"/c/harbour/bringing/{page.ListOf()}";
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Get(elsewhere)).Status);
        foreach (var way in ways) Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post(elsewhere + way)).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Get(page.PathOf())).Location, StringComparison.Ordinal);
        Assert.DoesNotContain("/bringing", (await world.Ruth.Get($"{community.Path}/people")).Text, StringComparison.Ordinal);
        Assert.Contains("/bringing", (await world.Ines.Get($"{community.Path}/people")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await world.RowsOf(page.ListOf()));
        Assert.Empty(await world.MailedAt(domain));
    }
}
