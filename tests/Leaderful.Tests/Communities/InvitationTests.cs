using Leaderful.Shared.Views;
using System.Net;
using System.Text.RegularExpressions;
using Leaderful.Communities;
using Leaderful.Communities.Invitations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities;

public partial class InvitationTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task A_link_is_shown_once_with_its_square_and_then_forgotten()
    {
        var community = await world.Found(Finding.Hidden);
        var slip = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/invitations"), "/invitations", ("expires", "Day"), ("uses", "1"));
        var address = slip.Page.QuerySelector(".address")!.TextContent.Trim();
        Assert.Matches("^http://localhost/join/[A-Za-z0-9_-]{32}$", address);
        Assert.NotNull(slip.Page.QuerySelector("svg[role=img][aria-label] path[d^='M']"));
        Assert.Equal(address, slip.Page.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));

        var path = slip.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var colleague = await world.Newcomer("Second Steward");
        await world.Join(colleague, community);
        await world.Writes.Do(async unit =>
        {
            (await unit.MembershipOf(community.Id, colleague.Person.Id))!.BecomeSteward(unit.Now);
            unit.Tell(Streams.Of(colleague.Person.Id));
        });
        var later = await colleague.Get(path);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Null(later.Page.QuerySelector(".address"));

        var wen = await world.Newcomer();
        await wen.Submit(await wen.Get(new Uri(address).AbsolutePath), new Uri(address).AbsolutePath);
        Assert.True(await world.IsMember(wen, community));
    }

    [Fact]
    public async Task A_mailed_invitation_is_listed_by_its_address_with_how_often_it_was_used()
    {
        var community = await world.Found(Finding.Hidden);
        var list = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/invitations"), "/invitations", ("email", "bea@example.org"));
        var item = list.Page.QuerySelector(".items li")!;
        Assert.Equal("bea@example.org", item.QuerySelector(".name")!.TextContent);
        Assert.Contains("Not used yet", item.TextContent);
        Assert.DoesNotContain("bea@example.org", (await world.Ruth.Get($"{community.Path}/invitations")).Text);
    }

    [Fact]
    public async Task Twenty_at_once_on_a_link_for_five_are_five()
    {
        var community = await world.Found(Finding.Hidden);
        var token = await world.Invitation(community, uses: 5);
        var crowd = new List<Visitor>();
        for (var i = 0; i < 20; i++) crowd.Add(await world.Newcomer($"Guest {i}"));
        var answers = await Task.WhenAll(crowd.Select(v => v.Post($"/join/{token}")));
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.SeeOther));
        Assert.Equal(15, answers.Count(a => a.Status == HttpStatusCode.NotFound));
        Assert.Equal(2 + 5, await world.Read(db => db.The<Membership>().CountAsync(m => m.CommunityId == community.Id && m.LeftAt == null)));
        Assert.Equal(5, await Uses(token));
    }

    [Fact]
    public async Task Who_is_inside_already_goes_in_without_using_it_up()
    {
        var community = await world.Found();
        var token = await world.Invitation(community);
        Assert.Equal(community.Path, (await world.Ruth.Get($"/join/{token}")).Location);
        Assert.Equal(community.Path, (await world.Ruth.Post($"/join/{token}")).Location);
        Assert.Equal(0, await Uses(token));
    }

    [Fact]
    public async Task One_person_many_times_at_once_uses_it_once()
    {
        var community = await world.Found();
        var token = await world.Invitation(community, uses: 10);
        var wen = await world.Newcomer();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wen.Post($"/join/{token}")));
        Assert.Equal(1, await Uses(token));
    }

    [Fact]
    public async Task Run_out_used_up_ended_and_never_made_look_alike()
    {
        var community = await world.Found();
        var (runOut, usedUp, ended) = (await world.Invitation(community, lasts: TimeSpan.FromMilliseconds(-1)), await world.Invitation(community), await world.Invitation(community));
        await (await world.Newcomer()).Post($"/join/{usedUp}");
        await world.Ines.Post($"{community.Path}/invitations/{await IdOf(ended)}/ending");
        var pages = new List<Screen>();
        foreach (var token in new[] { runOut, usedUp, ended, "AZqUzZ2tcYyqyM9hF3Zp1AAAAAAAAAAA" }) pages.Add(await world.Samir.Get($"/join/{token}"));
        Assert.All(pages, p => Assert.Equal((HttpStatusCode.NotFound, pages[0].Heading), (p.Status, p.Heading)));
        Assert.DoesNotContain(community.Name, pages[0].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Samir.Post($"/join/{ended}")).Status);
    }

    [Fact]
    public async Task Who_was_sent_away_does_not_come_back_by_a_link_they_still_hold()
    {
        var community = await world.Found();
        var (wen, old) = (await world.Newcomer(), await world.Invitation(community, uses: 10));
        Assert.Equal(community.Path, (await wen.Post($"/join/{old}")).Location);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Ines.Post($"{community.Path}/people/{wen.Person.Id}/ending", ("because", "Again and again"));
        Assert.Equal(HttpStatusCode.NotFound, (await wen.Post($"/join/{old}")).Status);
        Assert.False(await world.IsMember(wen, community));
        Assert.Equal(1, await Uses(old));
        Assert.Equal(community.Path, (await (await world.Newcomer("Another")).Post($"/join/{old}")).Location);
        Assert.Equal(community.Path, (await wen.Post($"/join/{await world.Invitation(community)}")).Location);
        Assert.True(await world.IsMember(wen, community));
    }

    [Fact]
    public async Task Mails_to_strangers_are_not_without_end()
    {
        await using var strict = new StrictWorld();
        await strict.InitializeAsync();
        for (var n = 0; n < Inviting.MostToOneInADay; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Mail(strict.Ines, "millbrook", "one@stranger.example")).Status);
        Assert.NotNull((await Mail(strict.Ines, "millbrook", "one@stranger.example")).Page.QuerySelector("#email-w"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Mail(strict.Hanna, "harbour", "one@stranger.example")).Status);
        for (var n = Inviting.MostToOneInADay; n < Inviting.MostMailsInAnHour; n++)
            Assert.Equal(HttpStatusCode.SeeOther, (await Mail(strict.Ines, "millbrook", $"n{n}@stranger.example")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Mail(strict.Ines, "millbrook", "last@stranger.example")).Status);
        Assert.Equal(Inviting.MostMailsInAnHour, await strict.Read(db => db.The<QueuedMail>().CountAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await Mail(strict.Hanna, "harbour", "last@stranger.example")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.Ines.Post("/c/millbrook/invitations", ("expires", "Day"), ("uses", "1"))).Status);

        static Task<Screen> Mail(Visitor who, string community, string to) => who.Post($"/c/{community}/invitations", ("expires", "Day"), ("email", to));
    }

    [Fact]
    public async Task An_invitation_that_was_ended_can_be_opened_again()
    {
        var community = await world.Found();
        var token = await world.Invitation(community);
        var after = await world.Ines.Submit(await world.Ines.Get($"{community.Path}/invitations"), "/ending");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Samir.Get($"/join/{token}")).Status);
        await world.Ines.Submit(after, "/reopening");
        Assert.Equal(HttpStatusCode.OK, (await world.Samir.Get($"/join/{token}")).Status);
    }

    [Fact]
    public async Task A_newcomer_comes_in_by_mail_alone_and_is_back_at_the_invitation()
    {
        var community = await world.Found(Finding.Hidden);
        await world.Agree(community);
        var token = await world.Invitation(community);
        var (newcomer, email) = (world.Anyone(), $"{Guid.NewGuid():N}@new.example");
        var invitation = await newcomer.Get($"/join/{token}");
        Assert.Contains("Ines Okoro", invitation.Main, StringComparison.Ordinal);
        await newcomer.Submit(invitation, "/sign-in", ("email", email));
        var mail = await world.Read(db => db.The<QueuedMail>().SingleAsync(m => m.To == email));
        var link = new Uri(Address().Match(mail.Text).Value);
        var back = await newcomer.Submit(await newcomer.Get(link.PathAndQuery), link.AbsolutePath, ("name", "Joss"));
        Assert.Equal(community.Name, back.Heading);
        var today = await newcomer.Submit(back, $"/join/{token}", ("agree", "yes"));
        Assert.Contains("Joss", today.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_known_and_one_that_is_not_are_answered_alike_and_neither_is_signed_in()
    {
        var token = await world.Invitation(await world.Found());
        var pages = new List<Screen>();
        foreach (var email in new[] { world.Samir.Person.Email, "nobody@new.example" })
        {
            var visitor = world.Anyone();
            pages.Add(await visitor.Submit(await visitor.Get($"/join/{token}"), "/sign-in", ("email", email)));
            Assert.Contains("/sign-in", (await visitor.Get("/communities/new")).Location, StringComparison.Ordinal);
        }
        Assert.Equal(pages[0].Heading, pages[1].Heading);
    }

    [Fact]
    public async Task An_address_gets_the_link_by_mail_for_one_person()
    {
        var community = await world.Found();
        var email = $"{Guid.NewGuid():N}@friend.example";
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/invitations"), "/invitations", ("email", email), ("uses", "50"));
        var mail = await world.Read(db => db.The<QueuedMail>().SingleAsync(m => m.To == email));
        var path = new Uri(Address().Match(mail.Text).Value).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await world.Samir.Get(path)).Status);
        Assert.Equal(1, await world.Read(db => db.The<CapabilityLink>().Where(l => l.Email == email).Select(l => l.MaxUses).SingleAsync()));
    }

    [Theory]
    [InlineData("date", "2026-11-22")]
    [InlineData("date", "2028-01-01")]
    [InlineData("date", "")]
    [InlineData("email", "ines at example")]
    public async Task A_day_in_the_past_or_no_address_is_refused(string field, string value)
    {
        var community = await world.Found();
        var again = await world.Ines.Post($"{community.Path}/invitations", ("expires", field == "date" ? "Date" : "Day"), (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotNull(again.Page.QuerySelector($"#{field}[aria-invalid=true]"));
    }

    [Fact]
    public async Task Nobody_but_its_stewards_invites_or_ends()
    {
        var community = await world.Found(Finding.Public);
        var id = await IdOf(await world.Invitation(community));
        foreach (var visitor in new[] { world.Ruth, world.Hanna, world.Samir })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{community.Path}/invitations")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/invitations", ("expires", "Day"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/invitations/{id}/ending")).Status);
        }
        foreach (var way in new[] { "", "/ending", "/reopening" })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Send(way.Length == 0 ? "GET" : "POST", $"/c/harbour/invitations/{id}{way}")).StatusCode);
    }

    [Fact]
    public async Task A_link_for_one_community_opens_no_other()
    {
        var (one, other) = (await world.Found(), await world.Found());
        var token = await world.Invitation(one);
        var wen = await world.Newcomer();
        await wen.Post($"/join/{token}");
        Assert.True(await world.IsMember(wen, one));
        Assert.False(await world.IsMember(wen, other));
    }

    [Fact]
    public void A_square_is_as_wide_as_high_and_has_its_three_eyes()
    {
        var code = QrCode.Of("https://example.org/join/x");
        // The eyes' upper edges are seven modules long, behind a quiet edge of four.
        Assert.StartsWith("M4 4h7v1h-7z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M{code.Width - 11} 4h7v1h-7z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {code.Width - 5}h7v1h-7z", code.Path, StringComparison.Ordinal);
    }

    private Task<int> Uses(string token) => world.Read(db => db.The<CapabilityLink>().Where(l => l.TokenHash == CapabilityLink.Hash(token)).Select(l => l.Uses).SingleAsync());

    private Task<Id<CapabilityLink>> IdOf(string token) => world.Read(db => db.The<CapabilityLink>().Where(l => l.TokenHash == CapabilityLink.Hash(token)).Select(l => l.Id).SingleAsync());

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
