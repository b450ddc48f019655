using System.Net;
using Leaderful.Communities;
using Leaderful.Commitments;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Live;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Communities;

public class AgreementTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    [Fact]
    public async Task A_new_agreement_is_asked_of_members_on_their_next_visit_and_never_of_its_writer()
    {
        var community = await world.Found();
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/agreements/new"), "/agreements", ("title", "Quiet"), ("text", "We whisper."));
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get(community.Path)).Status);

        var asked = await world.Ruth.Follow(await world.Ruth.Get($"{community.Path}/people"));
        Assert.Contains("We whisper.", asked.Main, StringComparison.Ordinal);
        var people = await world.Ruth.Submit(asked, "/acceptance", ("agree", "yes"));
        Assert.Equal($"{community.Path}/people", people.Response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(community.Path)).Status);
    }

    [Fact]
    public async Task A_change_is_shown_word_by_word_and_asked_again()
    {
        var community = await world.Found();
        var agreement = await world.Agree(community, text: "We meet on Thursdays in the porters’ lodge.");
        await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/agreements/waiting"), "/acceptance", ("agree", "yes"));
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/agreements/waiting"), "/acceptance", ("agree", "yes"));
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/agreements/{agreement.Id}/wording"), "/wording", ("text", "We meet on Fridays in the porters’ lodge."));

        var asked = await world.Ruth.Follow(await world.Ruth.Get(community.Path));
        Assert.Contains("Fridays", asked.Page.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thursdays", asked.Page.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        var history = await world.Ruth.Get($"{community.Path}/agreements/{agreement.Id}");
        Assert.NotNull(history.Page.QuerySelector("details .diff ins"));
    }

    [Fact]
    public async Task Not_now_lets_them_go_on_for_a_week_and_no_longer()
    {
        var community = await world.Found();
        await world.Agree(community);
        var asked = await world.Ruth.Follow(await world.Ruth.Get(community.Path));
        var today = await world.Ruth.Submit(asked, "/respite");
        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.NotNull(today.Page.QuerySelector("nav.contents"));

        world.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var again = await world.Ruth.Follow(await world.Ruth.Get(community.Path));
        Assert.NotNull(again.Page.QuerySelector("form[action$='/acceptance']"));
        Assert.Null(again.Page.QuerySelector("form[action$='/respite']"));
        // Asking for another week by hand does not give one.
        await world.Ruth.Post($"{community.Path}/agreements/respite");
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Get($"{community.Path}/people")).Status);
    }

    [Fact]
    public async Task What_somebody_is_writing_goes_through_for_a_week_and_then_waits()
    {
        var community = await world.Found();
        await world.Agree(community);
        var settings = ($"{community.Path}/stewards", ("person", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ines.Post(settings.Item1, settings.Item2)).Status);
        world.Time.Advance(AgreementGate.Grace);
        var held = await world.Ines.Post(settings.Item1, settings.Item2);
        Assert.Equal(HttpStatusCode.SeeOther, held.Status);
        Assert.Equal($"{community.Path}/agreements/waiting", held.Location);
    }

    [Fact]
    public async Task The_way_out_is_open_to_who_does_not_accept()
    {
        var community = await world.Found();
        await world.Agree(community);
        var asked = await world.Ruth.Follow(await world.Ruth.Get(community.Path));
        Assert.NotNull(asked.Page.QuerySelector($"a[href='{community.Path}/leaving']"));
        await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/leaving"), "/leaving");
        Assert.False(await world.IsMember(world.Ruth, community));
    }

    [Fact]
    public async Task Accepting_takes_the_box_and_what_was_shown()
    {
        var community = await world.Found();
        var agreement = await world.Agree(community);
        var asked = await world.Ruth.Get($"{community.Path}/agreements/waiting");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Submit(asked, "/acceptance")).Status);
        await world.Writes.Do(unit => unit.ReviseAgreement(agreement.Id, community.Id, world.Ines.Person.ActorId, "Other", "Something else entirely."));
        var changed = await world.Ruth.Submit(asked, "/acceptance", ("agree", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("Something else entirely.", changed.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_the_tick_is_told_so_beside_the_box()
    {
        var community = await world.Found();
        await world.Agree(community);
        var again = await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/agreements/waiting"), "/acceptance");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("agree-w", again.Page.QuerySelector("#agree")!.GetAttribute("aria-describedby"));
        Assert.StartsWith("Tick the box", again.Page.QuerySelector("#agree-w")!.TextContent);
    }

    [Fact]
    public async Task An_agreement_out_of_force_is_asked_of_nobody_and_can_be_brought_back()
    {
        var community = await world.Found();
        var agreement = await world.Agree(community);
        var after = await world.Ines.Post($"{community.Path}/agreements/{agreement.Id}/retirement");
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(community.Path)).Status);
        await world.Ines.Submit(await world.Ines.Follow(after), "/restoration");
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Get(community.Path)).Status);
    }

    [Fact]
    public async Task Nobody_but_its_stewards_changes_the_wording()
    {
        var community = await world.Found(Finding.Public);
        var agreement = await world.Agree(community);
        await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/agreements/waiting"), "/acceptance", ("agree", "yes"));
        foreach (var visitor in new[] { world.Ruth, world.Samir, world.Hanna })
            foreach (var way in new[] { "", $"/{agreement.Id}/wording", $"/{agreement.Id}/retirement", $"/{agreement.Id}/restoration" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post($"{community.Path}/agreements{way}", ("title", "Mine"), ("text", "Mine"))).Status);
        foreach (var visitor in new[] { world.Samir, world.Hanna })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{community.Path}/agreements/{agreement.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/c/harbour/agreements/{agreement.Id}/retirement")).Status);
        Assert.Equal(1, await world.Journaled("agreement.written", community));
    }

    [Fact]
    public async Task What_somebody_does_not_read_until_they_answer_reaches_them_by_no_other_way()
    {
        var community = await world.Found();
        var id = await world.Begin(world.Ines, where: community);
        var first = await world.Post(id, 1);
        var commitment = await world.Writes.Do(unit => unit.Promise(world.Ines.Person.ActorId, community.Id, new Promise("Between members", null, community.ScopeId) { Doer = world.Ines.Person.ActorId }));
        await world.Writes.Do(unit => unit.Attach(community.Id, first.Id.As<Thing>(), world.Services.GetRequiredService<Blobs>().Keep(community.Id, [new Upload("plan.txt", "text/plain", "The plan."u8.ToArray())])));
        var (talk, promise) = (await world.Ruth.Get(Talk.Path(id, community.Slug)), await world.Ruth.Get($"{community.Path}/commitments/{commitment}"));
        var path = $"/files/{await world.Read(db => db.The<Attachment>().Where(a => a.ThingId == first.Id.As<Thing>()).Select(a => a.Id).SingleAsync())}";
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(path)).Status);
        await world.Agree(community);
        await world.Ines.Submit(await world.Ines.Get($"{community.Path}/agreements/waiting"), "/acceptance", ("agree", "yes"));
        Assert.Equal(HttpStatusCode.SeeOther, (await world.Ruth.Get(Talk.Path(id, community.Slug))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ruth.Get(path)).Status);
        Assert.Empty(await Heard(talk, () => world.Reply(world.Ines, id, "While Ruth has not answered")));
        Assert.Empty(await Heard(promise, () => world.Ines.Post($"{community.Path}/commitments/{commitment}/keeping")));
        await world.Ruth.Submit(await world.Ruth.Get($"{community.Path}/agreements/waiting"), "/acceptance", ("agree", "yes"));
        Assert.Equal(HttpStatusCode.OK, (await world.Ruth.Get(path)).Status);
        Assert.NotEmpty(await Heard(talk, () => world.Reply(world.Ines, id, "Since Ruth answered")));
    }

    /// <summary>What Ruth's open page is told of a change that Ines's was told.</summary>
    private async Task<List<(string Stream, long Version, string Html)>> Heard(Screen page, Func<Task> change)
    {
        var name = Watcher.NameOn(page);
        await using var watcher = await Watcher.Open(world.Ruth, page);
        await using var told = await Watcher.Open(world.Ines, await world.Ines.Get(page.Response.RequestMessage!.RequestUri!.AbsolutePath));
        await change();
        while (told.Changes.Count == 0 && await told.Next())
        {
        }
        Assert.Equal(name, told.Changes[0].Stream);
        for (var n = 0; n < 3; n++)
        {
            await world.Services.GetRequiredService<LiveHub>().Beat();
            await watcher.Next();
        }
        return watcher.Changes;
    }

    [Fact]
    public async Task Where_to_go_on_is_never_another_host()
    {
        var community = await world.Found();
        await world.Agree(community);
        var asked = await world.Ruth.Get($"{community.Path}/agreements/waiting?return=//evil.example/");
        Assert.Equal(community.Path, asked.Page.QuerySelector("input[name=return]")!.GetAttribute("value"));
        var answer = await world.Ruth.Post($"{community.Path}/agreements/respite", ("return", "https://evil.example/"));
        Assert.Equal(community.Path, answer.Location);
    }
}
