using System.Net;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Leaderful.Tests.Circles;
using Leaderful.Tests.Commitments;
using Leaderful.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Stories;

/// <summary>Another's words stand in a story only while they are allowed, and only before those for whom they were. Everything else follows.</summary>
public class MomentTests(CircleWorld world) : IClassFixture<CircleWorld>
{
    [Fact]
    public async Task Nobody_but_who_asked_and_who_is_asked_reads_it_until_it_is_allowed_and_nobody_once_it_is_withdrawn()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("I held the key all night"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        await NobodyReads(story, id, words, world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone());
        Assert.DoesNotContain(words, (await world.Ruth.Get($"{Told.At(story)}/markdown")).Text, StringComparison.Ordinal);
        Assert.Contains(words, (await world.Wen.Get($"{Told.List}/quoted/{id}")).Main, StringComparison.Ordinal);

        var allowed = await world.Wen.Answer(id, "allow");
        Assert.Contains("It is read by everybody in Millbrook Care Network", allowed.Main, StringComparison.Ordinal);
        var read = (await world.Bea.Get(Told.At(story))).Page.QuerySelector("section:has(#moments)")!.TextContent;
        Assert.Contains(words, read, StringComparison.Ordinal);
        Assert.Contains("Wen Li", read, StringComparison.Ordinal);
        Assert.Contains(words, (await world.Bea.Get($"{Told.At(story)}/markdown")).Text, StringComparison.Ordinal);
        foreach (var other in new[] { world.Hanna, world.Samir, world.Anyone() }) Assert.DoesNotContain(words, (await other.Get(Told.At(story))).Text, StringComparison.Ordinal);

        await world.Wen.Answer(id, "withdraw");
        await NobodyReads(story, id, words, world.Ruth, world.Bea, world.Ines, world.Hanna);
    }

    [Fact]
    public async Task Only_its_owner_answers()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("Nobody asked me"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        var rung = world.Millbrook.ScopeId.ToString();
        foreach (var other in new[] { world.Ruth, world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone() })
            foreach (var answer in new[] { "allow", "decline", "withdraw", "return" })
                await other.Post($"{Told.List}/quoted/{id}", ("answer", answer), ("words", "Put into my mouth"), ("for", rung));
        Assert.Equal(MomentState.Asked, (await Find(id)).State);
        await world.Wen.Answer(id, "allow");
        foreach (var other in new[] { world.Bea, world.Ines, world.Hanna, world.Samir, world.Anyone() })
        {
            await other.Post($"{Told.List}/quoted/{id}", ("answer", "withdraw"));
            await other.Post($"{Told.At(story)}/moments/{id}/removal");
        }
        Assert.Equal((MomentState.Allowed, words), ((await Find(id)).State, (await Find(id)).Words));
    }

    [Fact]
    public async Task Its_owner_mends_the_words_leaves_their_name_out_and_the_log_says_so_and_never_what()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("I was afrade"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        var mended = CircleWorld.Own("I was afraid");
        await world.Wen.Answer($"{Told.List}/quoted/{id}", "allow", ("words", mended), ("nameless", "yes"));
        var moment = (await world.Bea.Get(Told.At(story))).Page.QuerySelector("section:has(#moments)")!.TextContent;
        Assert.Contains(mended, moment, StringComparison.Ordinal);
        Assert.DoesNotContain("Wen Li", moment, StringComparison.Ordinal);
        Assert.DoesNotContain("Wen Li", (await world.Bea.Get($"{Told.At(story)}/markdown")).Text, StringComparison.Ordinal);
        var log = (await world.Ruth.Get(Told.At(story))).Page.QuerySelector("section:has(#asked) .log")!.TextContent;
        Assert.Contains("Wen Li mended the words", log, StringComparison.Ordinal);
        Assert.Contains("allowed it, for everybody in Millbrook", log, StringComparison.Ordinal);
        Assert.Equal([MomentStepKind.Asked, MomentStepKind.Mended], await Steps(id));
        await world.Wen.Answer(id, "withdraw");
        Assert.DoesNotContain("afraid", (await world.Ruth.Get(Told.At(story))).Page.QuerySelector("section:has(#asked)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wen Li withdrew it", (await world.Ruth.Get(Told.At(story))).Main, StringComparison.Ordinal);
        Assert.Null((await world.Bea.Get(Told.At(story))).Page.QuerySelector("#asked"));
    }

    [Fact]
    public async Task Declined_it_is_gone_for_whoever_asked_and_within_the_hour_its_owner_may_change_their_mind()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("Rather not me"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        await world.Wen.Answer(id, "decline");
        Assert.DoesNotContain(words, (await world.Ruth.Get(Told.At(story))).Text, StringComparison.Ordinal);
        await world.Wen.Answer(id, "return");
        Assert.Equal(MomentState.Asked, (await Find(id)).State);
        await world.Wen.Answer(id, "allow");
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);
        await world.Wen.Answer(id, "withdraw");
        await world.Work(MomentBlanking.KindOfWork, id.Value);
        Assert.Equal(words, (await Find(id)).Words);
        await Age(id);
        await world.Wen.Answer(id, "return");
        Assert.Equal(MomentState.Withdrawn, (await Find(id)).State);
        await world.Work(MomentBlanking.KindOfWork, id.Value);
        Assert.Equal("", (await Find(id)).Words);
    }

    [Fact]
    public async Task Permission_does_not_stretch_when_the_story_is_opened_to_more_people()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen, world.Bea);
        var (story, words) = (await world.Story(world.Ruth, circle.ScopeId), CircleWorld.Own("Between us only"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        await world.Wen.Answer(id, "allow");
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);

        await Open(story, world.Millbrook.ScopeId);
        Assert.Contains("asked again for more readers", (await world.Ruth.Get(Told.At(story))).Main, StringComparison.Ordinal);
        foreach (var wider in new[] { world.Ines, await world.Newcomer() })
        {
            Assert.Equal(HttpStatusCode.OK, (await wider.Get(Told.At(story))).Status);
            await NobodyReads(story, id, words, wider);
        }
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);
        await world.Prove(world.Wen);
        await world.Write(id);
        Assert.Contains("More people would read it now", await world.MailTo(world.Wen.Person.Email), StringComparison.Ordinal);

        await world.Wen.Answer(id, "decline");
        Assert.Equal(MomentState.Allowed, (await Find(id)).State);
        await NobodyReads(story, id, words, world.Ines);
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_anew_and_allowed_the_new_readers_read_it_and_narrowed_again_the_few_do()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (story, words) = (await world.Story(world.Ruth, circle.ScopeId), CircleWorld.Own("Now for all"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        await world.Wen.Answer(id, "allow");
        await Open(story, world.Millbrook.ScopeId);
        await world.Wen.Answer(id, "allow");
        Assert.Contains(words, (await world.Ines.Get(Told.At(story))).Main, StringComparison.Ordinal);
        await Open(story, circle.ScopeId);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Get(Told.At(story))).Status);
        Assert.Contains(words, (await world.Ruth.Get(Told.At(story))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_when_answering_is_what_is_allowed()
    {
        var circle = await world.Circle(Joining.Open, world.Ruth, world.Wen);
        var (story, words) = (await world.Story(world.Ruth, circle.ScopeId), CircleWorld.Own("For those I read of"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        var read = await world.Wen.Get($"{Told.List}/quoted/{id}");
        await Open(story, world.Millbrook.ScopeId);
        var answered = await world.Wen.Post($"{Told.List}/quoted/{id}", [.. read.FieldsOf($"/quoted/{id}", []), ("answer", "allow")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answered.Status);
        Assert.Contains("Who would read it has changed", answered.Main, StringComparison.Ordinal);
        Assert.Null((await Find(id)).AllowedFor);
        await NobodyReads(story, id, words, world.Ines);
    }

    [Fact]
    public async Task Somebody_without_an_account_is_asked_by_mail_and_withdraws_with_the_same_link()
    {
        var (story, words, address) = (await world.Story(world.Ruth), CircleWorld.Own("From outside"), $"{Guid.NewGuid():N}@outside.example");
        var unreachable = await world.Ruth.Post($"{Told.At(story)}/moments", ("name", "Grandmother Ida"), ("words", words));
        Assert.Contains("Give an address", unreachable.Page.QuerySelector("#email-w")!.TextContent, StringComparison.Ordinal);
        var id = await world.Ask(world.Ruth, story, "Grandmother Ida", words, ("email", address));
        await world.Write(id);
        Assert.Equal(1, await world.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == address)));
        var link = await world.LinkTo(address);
        var ida = world.Anyone();
        Assert.Contains(words, (await ida.Get(link)).Main, StringComparison.Ordinal);
        await NobodyReads(story, id, words, world.Bea);
        await ida.Answer(link, "allow");
        Assert.Contains("Grandmother Ida", (await world.Bea.Get(Told.At(story))).Page.QuerySelector("section:has(#moments)")!.TextContent, StringComparison.Ordinal);
        await ida.Answer(link, "withdraw");
        await NobodyReads(story, id, words, world.Bea, world.Ruth);
    }

    [Fact]
    public async Task A_link_is_of_one_owner_and_of_one_story()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("Mine"));
        await world.Prove(world.Wen);
        var mine = await world.Ask(world.Ruth, story, "Wen Li", words);
        var link = await world.LinkTo(world.Wen.Person.Email);
        var hers = await world.Ask(world.Ruth, story, "Bea Lindqvist", CircleWorld.Own("Hers"));
        var elsewhere = await world.Ask(world.Ruth, await world.Story(world.Ruth), "Wen Li", CircleWorld.Own("Mine elsewhere"));
        foreach (var other in new[] { hers, elsewhere })
        {
            var wrong = link.Replace(mine.ToString(), other.ToString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get(wrong)).Status);
            await world.Anyone().Post(wrong, ("answer", "allow"), ("words", "Mine"), ("for", world.Millbrook.ScopeId.ToString()));
            Assert.Null((await Find(other)).AllowedAt);
        }
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Get($"/quoted/{mine}/somebodyguesses")).Status);
    }

    [Fact]
    public async Task Whoever_asked_takes_it_out_and_puts_it_back_and_not_against_its_owner()
    {
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("Out and in"));
        var id = await world.Ask(world.Ruth, story, "Wen Li", words);
        await world.Wen.Answer(id, "allow");
        await world.Ruth.Submit(await world.Ruth.Get(Told.At(story)), $"{id}/removal");
        await NobodyReads(story, id, words, world.Bea);
        await world.Ruth.Post($"{Told.At(story)}/moments/{id}/removal/ending");
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);
        await world.Ruth.Post($"{Told.At(story)}/moments/{id}/removal");
        await world.Wen.Answer(id, "withdraw");
        await world.Ruth.Post($"{Told.At(story)}/moments/{id}/removal/ending");
        await NobodyReads(story, id, words, world.Bea, world.Ruth);
    }

    [Fact]
    public async Task From_a_post_its_words_and_its_author_are_taken_along()
    {
        var words = CircleWorld.Own("The kettle was still warm");
        var talk = await world.Begin(world.Wen, text: words);
        var post = await world.Post(talk, 1);
        var story = await world.Story(world.Ruth);
        Assert.Contains($"stories/quoting?from={post.Id}", (await world.Ruth.Get($"{Talk.Path(talk)}/posts/1/acts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stories/quoting", (await world.Wen.Get($"{Talk.Path(talk)}/posts/1/acts")).Text, StringComparison.Ordinal);
        Assert.Contains($"{Told.At(story)}/moments/new?from={post.Id}", (await world.Ruth.Get($"{Told.List}/quoting?from={post.Id}")).Text, StringComparison.Ordinal);
        var form = await world.Ruth.Get($"{Told.At(story)}/moments/new?from={post.Id}");
        Assert.Equal(words, form.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal("Wen Li", form.Page.QuerySelector("#name")!.GetAttribute("value"));
        var circle = await world.Circle(Joining.Open, world.Wen, world.Bea);
        var hidden = await world.Say(world.Wen, circle, "Hidden");
        Assert.DoesNotContain("Between us", (await world.Ruth.Get($"{Told.At(story)}/moments/new?from={(await world.Post(hidden, 1)).Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_words_need_nobodys_permission_and_only_the_teller_asks()
    {
        var story = await world.Story(world.Ruth);
        var own = await world.Ruth.Post($"{Told.At(story)}/moments", ("name", "Ruth Abara"), ("words", "I said it"));
        Assert.Contains("need nobody", own.Page.QuerySelector("#name-w")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { world.Wen, world.Ines, world.Hanna, world.Samir, world.Anyone() })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"{Told.At(story)}/moments/new")).Status);
            await other.Post($"{Told.At(story)}/moments", ("name", "Bea Lindqvist"), ("words", "Said for her"));
        }
        Assert.False(await world.Read(db => db.The<Moment>().AnyAsync(m => m.StoryId == story)));
    }

    [Fact]
    public async Task An_owner_who_goes_takes_their_words_along_and_the_story_stays()
    {
        var joss = await world.Newcomer(CircleWorld.Own("Joss"));
        var (story, words) = (await world.Story(world.Ruth), CircleWorld.Own("I am leaving"));
        var id = await world.Ask(world.Ruth, story, (await world.Read(db => db.The<Actor>().SingleAsync(a => a.Id == joss.Person.ActorId))).Name, words);
        await joss.Answer(id, "allow");
        Assert.Contains(words, (await world.Bea.Get(Told.At(story))).Main, StringComparison.Ordinal);
        await world.Writes.Do(unit => unit.EraseWords([joss.Person.ActorId]));
        Assert.Equal(HttpStatusCode.OK, (await world.Bea.Get(Told.At(story))).Status);
        await NobodyReads(story, id, words, world.Bea, world.Ruth);
        Assert.Equal("", (await Find(id)).Words);
    }

    private async Task NobodyReads(Id<Story> story, Id<Moment> id, string words, params Visitor[] who)
    {
        foreach (var one in who)
            foreach (var path in new[] { Told.At(story), $"{Told.At(story)}/markdown", Told.List, $"{Told.List}/quoted", $"{Told.List}/quoted/{id}", $"/things/{story}", $"/c/millbrook/search?q={words.Split(' ')[^1]}", "/c/millbrook" })
                Assert.DoesNotContain(words, (await one.Follow(await one.Get(path))).Text, StringComparison.Ordinal);
    }

    private Task Open(Id<Story> story, Id<Scope> to) => world.Ruth.Post($"{Told.At(story)}/rung", ("scope", to.ToString()), ("reason", "So that others learn of it"));

    private Task Age(Id<Moment> id) => world.Writes.Do(unit => unit.Db.The<Moment>().Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.EndedAt, unit.Now.AddHours(-2))));

    private Task<Moment> Find(Id<Moment> id) => world.Read(db => db.The<Moment>().SingleAsync(m => m.Id == id));

    private Task<List<MomentStepKind>> Steps(Id<Moment> id) => world.Read(db => db.The<MomentStep>().Where(s => s.MomentId == id).OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync());
}
