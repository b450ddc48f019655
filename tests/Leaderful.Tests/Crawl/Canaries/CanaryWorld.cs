using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Requests;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.Initiatives.Sentences;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.People;
using Leaderful.Prompts;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Leaderful.Shared;
using Leaderful.Tests.Communities.Bringing;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Files;
using Leaderful.Tests.Mail.Archive;
using Leaderful.Yjs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Crawl.Canaries;

/// <summary>Millbrook, Harbour and a community nobody finds, with a canary in every private place of them.</summary>
public sealed class CanaryWorld : World
{
    private static readonly string[] InMillbrook = ["Ines", "Noor", "Ruth", "Wen", "Joss", "Bea"];
    private static readonly string[] InHarbour = ["Hanna", "Tove"];
    private static readonly string[] SignedIn = [.. InMillbrook, .. InHarbour, "Samir", "Ada"];

    public Cage Cage { get; } = new();
    public Dictionary<string, Visitor> Cast { get; } = new(StringComparer.Ordinal);
    public string HiddenSlug { get; private set; } = "";

    /// <summary>As it is where people live: there is no page on which anybody reads the mail. Nothing makes PDF files, for what is in one is not to be read by looking.</summary>
    protected override void Configure(IWebHostBuilder host) => host.UseEnvironment("Production").UseSetting("Leaderful:Chromium", "none");

    protected override async Task Settle()
    {
        await base.Settle();
        foreach (var (name, who) in new[] { ("Ines", Ines), ("Ruth", Ruth), ("Hanna", Hanna), ("Tove", Tove), ("Samir", Samir) }) Cast[name] = who;
        foreach (var name in new[] { "Noor", "Wen", "Joss" }) await Member(name, $"{name}@millbrook.example");
        await Member("Bea", $"{Cage.Add("a member's address", "Bea")}@millbrook.example");
        Cast["Ada"] = await Register("Ada Marsh", "ada@elsewhere.example");
        await Writes.Do(async unit => (await unit.MembershipOf(Millbrook.Id, Cast["Noor"].Person.Id))!.BecomeSteward(unit.Now));
        await Harbour_asks();
        await Hide();
        await Talk_to_all();
        await Talk_in_circles();
        await Write_pages();
        await Gather();
        await Talk_over();
        await Make_promises();
        await Carry_initiatives();
        await Meet_two_by_two();
        await Tell_stories();
        await Reword();
        await Prepare();
        await Hold_open_spaces();
        await Portray();
        await Photograph();
        await Offer_and_call();
        await Invite();
    }

    private async Task Member(string name, string email) => await Join(Cast[name] = await Register($"{name} Penhale", email), Millbrook);

    private async Task Harbour_asks()
    {
        await Writes.Do(async unit =>
        {
            var harbour = await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == Harbour.Id);
            (harbour.Joining, harbour.Questions) = (Joining.Request, "Why?");
        });
        await Sent(Cast["Ada"].Post("/c/harbour/requests", (JoinEndpoints.FieldFor("Why?"), Cage.Add("what somebody answered who asks to join", "Hanna"))));
        await Sent(Samir.Post("/c/harbour/requests", (JoinEndpoints.FieldFor("Why?"), Cage.Add("an answer to what was asked before", [], ["Hanna"]))));
        var asked = await Read(db => db.The<JoinRequest>().Where(r => r.PersonId == Samir.Person.Id).Select(r => r.Id).SingleAsync());
        await Sent(Hanna.Post($"/c/harbour/requests/{asked}/answer", ("answer", "decline"), ("word", Cage.Add("the word to whom was declined", ["Samir"], ["Hanna"]))));
    }

    private async Task Hide()
    {
        HiddenSlug = Cage.Add("a hidden community's address", InHarbour);
        var hidden = await Found(Hanna, Cage.Add("a hidden community's name", InHarbour), HiddenSlug);
        await Join(Tove, hidden);
        await Writes.Do(async unit =>
        {
            var made = await unit.Db.The<Community>().AsTracking().SingleAsync(c => c.Id == hidden.Id);
            (made.Finding, made.Purpose, made.Joining) = (Finding.Hidden, Cage.Add("a hidden community's purpose", [], InHarbour), Joining.Open);
        });
        await this.Begin(Tove, Cage.Add("a title in a hidden community", InHarbour), Cage.Add("a post in a hidden community", InHarbour), hidden);
    }

    private async Task Talk_to_all()
    {
        var id = await this.Begin(Ines, Cage.Add("a title in a community", InMillbrook), Cage.Add("a post in a community", InMillbrook));
        await Attach(Ruth, id, Millbrook, "a reply in a community", InMillbrook);
        await Sent(Cast["Joss"].Post($"{Talk.Path(id)}/posts/2/reports", ("agreement", "else"), ("text", Cage.Add("what somebody wrote who reports", "Ines", "Noor", "Joss"))));
        await Decide(id, 2, Cage.Add("why a steward decided so", "Ines", "Noor", "Ruth"));
        await Sent(Ruth.Post($"{await Case(id, 2)}/answers", ("text", Cage.Add("what an author answered", "Ines", "Noor", "Ruth"))));

        await this.Reply(Ruth, id, Cage.Add("former words of a post that stands", InMillbrook));
        await Sent(Ruth.Post($"{Talk.Path(id)}/posts/3/revisions", ("text", Cage.Add("newer words of a post that stands", InMillbrook))));
        await this.Reply(Ruth, id, Cage.Add("former words of a post in the bin", []));
        await Sent(Ruth.Post($"{Talk.Path(id)}/posts/4/revisions", ("text", Cage.Add("a post in the bin", "Ruth"))));
        await Sent(Ruth.Post($"{Talk.Path(id)}/posts/4/deletion"));
        var gone = await this.Begin(Ruth, Cage.Add("a title in the bin", "Ruth"), Cage.Add("a post of a conversation in the bin", []));
        await Sent(Ruth.Post($"{Talk.Path(gone)}/deletion"));

        // Bea says nothing anywhere: where her name's number stands in a conversation, it stands for what she marked or who folds her.
        await Sent(Cast["Bea"].Post($"{Talk.Path(id)}/posts/1/value"));
        await Sent(Cast["Wen"].Post($"/c/millbrook/people/{Cast["Bea"].Person.Id}/aside"));
        Cage.Add(new Canary(Cast["Bea"].Person.ActorId.ToString(), "who found it valuable, or whom somebody set aside", ["Bea", "Wen"]) { Where = w => w.Contains("/conversations/", StringComparison.Ordinal) });
        await this.Reply(Ines, id, Cage.Add(new Canary("zqharvestplume", "what somebody gathered", ["Bea"]) { Where = w => w.StartsWith("/me/valuable", StringComparison.Ordinal) }));
        await Sent(Cast["Bea"].Post($"{Talk.Path(id)}/posts/5/value"));

        await this.BringIn(Millbrook, Letterbox.Letter("old@x", "From the list", $"Old Hand <{Cage.Add("the address of a name that was brought in", [])}@old.example>", text: Cage.Add("a mail that was brought in", InMillbrook)));
        var gus = await Register("Gus Field", "gus@elsewhere.example");
        await Join(gus, Millbrook);
        await Sent(Ines.Post($"/c/millbrook/people/{gus.Person.Id}/ending", ("because", Cage.Add("why somebody was sent away", [], ["Ines", "Noor", "Gus"]))));
        Cast["Gus"] = gus;
    }

    private async Task Talk_in_circles()
    {
        var (ruth, wen, joss) = (Ruth, Cast["Wen"], Cast["Joss"]);
        var circle = await Circle(Joining.Request, ruth, wen, joss);
        var id = await Writes.Do(unit => unit.Begin(ruth.Person.ActorId, Millbrook.Id, circle.ScopeId, Cage.Add("a title in a circle", "Ruth", "Wen"), Said.Of(Cage.Add("a post in a circle", "Ruth", "Wen"))));
        await Attach(ruth, id, Millbrook, "a reply in a circle", ["Ruth", "Wen"]);
        await this.Reply(wen, id, Cage.Add("a circle's post in the bin", "Wen"));
        await Sent(wen.Post($"{Talk.Path(id)}/posts/3/deletion"));
        // Joss belonged, marked something, and left again.
        await Sent(joss.Post($"{Talk.Path(id)}/posts/1/value"));
        await Sent(joss.Post($"/c/millbrook/circles/{circle.Id}/membership/ending"));
        await Sent(Cast["Bea"].Post($"/c/millbrook/circles/{circle.Id}/requests", ("line", Cage.Add("the line of somebody who asks to belong", ["Ruth", "Wen"], ["Bea"]))));

        var tended = await Circle(Joining.Request, wen, ruth, Ines);
        var sharp = await Writes.Do(unit => unit.Begin(ruth.Person.ActorId, Millbrook.Id, tended.ScopeId, Cage.Add("a title in a circle of a steward's", "Ines", "Ruth", "Wen"), Said.Of("Sharp words.")));
        await Sent(wen.Post($"{Talk.Path(sharp)}/posts/1/reports", ("agreement", "else"), ("text", Cage.Add("a report in a circle", "Ines", "Wen"))));
        await Decide(sharp, 1, Cage.Add("why it was decided so in a circle", "Ines", "Ruth"));
        await Writes.Do(unit => Task.FromResult(unit.Portray(ruth.Person.Id, ruth.Person.ActorId, Facet.Care, Line(circle.ScopeId, "opened to a circle", ["Ruth", "Wen"]))));
    }

    private async Task Write_pages()
    {
        var (ruth, wen) = (Ruth, Cast["Wen"]);
        var circle = await Circle(Joining.Request, ruth, wen);
        var own = await Page(ruth, "of a circle", circle.ScopeId, ["Ruth", "Wen"], circle.Id.ToString());
        await Sent(ruth.Post($"{own}/template"));
        // Each points at something that all read, hangs on something of few, or speaks to somebody who may not read it.
        var open = await Page(wen, "of a community below a circle's", Millbrook.ScopeId, InMillbrook, own.Split('/')[^1]);
        await Page(ruth, "of a circle that points at what all read", circle.ScopeId, ["Ruth", "Wen"], "", $"[there]({open}) [her](/c/millbrook/people/{Cast["Bea"].Person.Id})");
        await Sent(wen.Post("/c/millbrook/conversations", ("title", Cage.Add("a title about a page of a circle", "Ruth", "Wen")), ("text", "Between us"), ("to", circle.ScopeId.ToString()), ("about", own.Split('/')[^1])));
        await Sent(ruth.Post($"{await Page(ruth, "in the bin", Millbrook.ScopeId, [], "", title: ["Ruth"])}/deletion"));
        var opened = await Page(ruth, "opened to all", circle.ScopeId, InMillbrook, "");
        await Sent(ruth.Post($"{opened}/rung", ("scope", Millbrook.ScopeId.ToString()), ("reason", Cage.Add("what a page was opened for", InMillbrook))));
        var closed = await Page(ruth, "kept to a circle", Millbrook.ScopeId, ["Ruth", "Wen"], "");
        await Sent(ruth.Post($"{closed}/rung", ("scope", circle.ScopeId.ToString())));
    }

    private async Task Make_promises()
    {
        var (ruth, wen) = (Ruth, Cast["Wen"]);
        var circle = await Circle(Joining.Request, ruth, wen);
        var talk = await Writes.Do(unit => unit.Begin(ruth.Person.ActorId, Millbrook.Id, circle.ScopeId, Cage.Add("a title on which something was promised", "Ruth", "Wen"), Said.Of("Between us.")));
        var own = await Promise(ruth, "in a circle", circle.ScopeId, ["Ruth", "Wen"], circle.Id.ToString(), Cage.Add("to whom a commitment in a circle is", "Ruth", "Wen"));
        await Sent(ruth.Post($"{own}/check-ins", ("kind", "progress"), ("line", Cage.Add("how a commitment in a circle goes", "Ruth", "Wen"))));
        await Sent(ruth.Post($"{own}/terms", ("what", Cage.Add("newer words of a commitment in a circle", "Ruth", "Wen")), ("by", "month"), ("why", Cage.Add("why a commitment in a circle was changed", "Ruth", "Wen"))));
        await Sent(ruth.Post($"{own}/check-ins", ("kind", "barrier"), ("line", Cage.Add("what is in the way in a circle", "Ruth", "Wen"))));
        // What all read was made on what few read, and is promised to those few.
        await Promise(wen, "in a community", Millbrook.ScopeId, InMillbrook, talk.ToString(), circle.Name);
        var gone = await Promise(ruth, "in the bin", Millbrook.ScopeId, ["Ruth"], "", "Nobody");
        await Sent(ruth.Post($"{gone}/check-ins", ("kind", "progress"), ("line", Cage.Add("how a commitment in the bin went", []))));
        await Sent(ruth.Post($"{gone}/deletion"));
    }

    private async Task Carry_initiatives()
    {
        var (ruth, wen) = (Ruth, Cast["Wen"]);
        var circle = await Circle(Joining.Request, ruth, wen);
        var own = await Initiative(ruth, "in a circle", circle.ScopeId, ["Ruth", "Wen"]);
        foreach (var when in new[] { "earlier", "now" })
            await Sent(ruth.Post($"{own}/sentence", [.. OrganizingSentence.Parts.Select(p => (p, Cage.Add($"{p} of a circle's sentence, {when}", "Ruth", "Wen")))]));
        await Initiative(ruth, "in a community", Millbrook.ScopeId, InMillbrook);
        await Sent(ruth.Post($"{await Initiative(ruth, "in the bin", Millbrook.ScopeId, ["Ruth"])}/deletion"));
        await Ask_to_meet(ruth, wen);
        // Whom somebody meets, and what for, is theirs alone.
        await Sent(ruth.Post("/c/millbrook/one-to-ones", ("name", Cage.Add("whom somebody meets", "Ruth")), ("purpose", Cage.Add("why somebody meets", "Ruth")), ("place", Cage.Add("where somebody meets", "Ruth")),
            ("day", "2027-03-04"), ("at", "07:30"), ("minutes", "45"), ("zone", "UTC")));
    }

    /// <summary>What one asks, the other answers and both write down is for the two, whoever tends the community.</summary>
    private async Task Ask_to_meet(Visitor ruth, Visitor wen)
    {
        string[] both = ["Ruth", "Wen"];
        var planned = await ruth.Post("/c/millbrook/one-to-ones", ("name", "Wen Penhale"), ("purpose", Cage.Add("why one asks another to meet", both)), ("place", Cage.Add("where one asks another to meet", both)), ("day", "2027-03-04"), ("at", "07:30"), ("minutes", "45"), ("zone", "UTC"));
        var one = planned.Location.Split('?')[0];
        await Sent(ruth.Post($"{one}/request", ("way", "Mail"), ("day", "2027-03-04"), ("at", "07:30")));
        await Sent(wen.Post($"{one}/answer", ("answer", "another"), ("word", Cage.Add("what another answers", both))));
        await Sent(ruth.Post($"{one}/shared", ("passed-words", Cage.Add("what passed between two", both)), ("planner-does", Cage.Add("what one of two takes on", both)), ("other-does", Cage.Add("what the other of two takes on", both)), ("referral", Cage.Add("whom else two should meet", both))));
        await Sent(wen.Post($"{one}/shared/confirmation", ("edition", "1")));
    }

    /// <summary>Who meets whom is for the two, and whom somebody never wants to meet for them alone: there a person's number stands for it.</summary>
    private async Task Meet_two_by_two()
    {
        var (ruth, wen, noor) = (Ruth, Cast["Wen"], Cast["Noor"]);
        var circle = await Circle(Joining.Request, ruth, wen, noor, Ines);
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        await Sent(wen.Post("/c/millbrook/rounds/apart", ("name", "Joss Penhale")));
        await Sent(noor.Post("/c/millbrook/rounds/apart", ("name", "Ruth Abara")));
        await Sent(noor.Post("/c/millbrook/rounds/apart", ("name", "Wen Penhale")));
        Cage.Add(new Canary(Cast["Joss"].Person.Id.ToString(), "whom somebody never wants to be paired with", ["Wen"]) { Where = w => w.Contains("/rounds", StringComparison.Ordinal) });
        var opened = await ruth.Post("/c/millbrook/rounds", ("on", circle.Id.ToString()), ("title", Cage.Add("the title of a circle's round", "Ruth", "Wen", "Noor", "Ines")),
            ("join", $"{today.AddDays(3):yyyy-MM-dd}"), ("meet", $"{today.AddDays(9):yyyy-MM-dd}"));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, opened.Status);
        foreach (var one in new[] { ruth, wen, noor, Ines }) await Sent(one.Post($"{opened.Location}/reply", ("reply", "In")));
        await Sent(ruth.Post($"{opened.Location}/pairs"));
        Cage.Add(new Canary(wen.Person.Id.ToString(), "whom somebody meets in a round", ["Ruth"]) { Where = w => w.Contains("/rounds/", StringComparison.Ordinal) });
    }

    private async Task Tell_stories()
    {
        var (ruth, wen) = (Ruth, Cast["Wen"]);
        var circle = await Circle(Joining.Request, ruth, wen);
        await Sent(ruth.Post("/c/millbrook/reflections"));
        await Tell(ruth, "of their own", ["Ruth"]);
        var told = await Tell(ruth, "in a circle", ["Ruth", "Wen"]);
        await Open(told, circle.ScopeId, "to a circle", ["Ruth", "Wen"]);
        var all = await Tell(ruth, "in a community", InMillbrook);
        await Open(all, Millbrook.ScopeId, "to a community", InMillbrook);
        // Words of Wen's, asked for, allowed, declined, withdrawn, taken out; and allowed for a circle in what the community reads.
        await Quote(all, "asked for", ["Ruth", "Wen"]);
        await Quote(all, "allowed", InMillbrook, MomentAnswer.Allow);
        await Quote(all, "declined", [], MomentAnswer.Decline);
        await Quote(all, "withdrawn", [], MomentAnswer.Allow, MomentAnswer.Withdraw);
        var opened = await Tell(ruth, "opened further", InMillbrook);
        await Open(opened, circle.ScopeId, "to a circle first", []);
        await Quote(opened, "allowed for a circle", ["Ruth", "Wen"], MomentAnswer.Allow);
        await Open(opened, Millbrook.ScopeId, "to a community then", InMillbrook);
        await Sent(ruth.Post($"{await Tell(ruth, "in the bin", ["Ruth"], [])}/deletion"));
        var called = await ruth.Post("/c/millbrook/changes", ("question", Cage.Add("what a circle asks stories about", "Ruth", "Wen")), ("period", Cage.Add("of which time a circle asks", "Ruth", "Wen")), ("choice", "to"), ("to", circle.ScopeId.ToString()));
        await Sent(ruth.Post($"{called.Location}/stories", ("story", told.Split('/')[^1])));
        await Sent(ruth.Post($"{called.Location}/round", ("round", "0")));
        await Sent(wen.Post($"{called.Location}/choices", ("round", "1"), ("story", told.Split('/')[^1]), ("group", Cage.Add("who chose a story", "Ruth", "Wen")), ("why", Cage.Add("why a story was chosen", "Ruth", "Wen"))));
    }

    private async Task<string> Tell(Visitor who, string what, string[] readers, string[]? parts = null)
    {
        var answer = await who.Post("/c/millbrook/stories", ("title", Cage.Add($"a story {what}", readers)), ("challenge", Cage.Add($"what was hard in a story {what}", parts ?? readers)), ("value", Cage.Add($"what a story was worth {what}", parts ?? readers)));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return answer.Location.Split('?')[0];
    }

    private async Task Open(string story, Id<Scope> scope, string what, string[] readers) =>
        await Sent(Ruth.Post($"{story}/rung", ("scope", scope.ToString()), ("reason", Cage.Add($"why a story was opened {what}", readers))));

    /// <summary>Where it is gone, its owner may still have it in a letter.</summary>
    private async Task Quote(string story, string what, string[] readers, params MomentAnswer[] answers)
    {
        var words = Cage.Add($"words {what} for a story", readers, readers.Length == 0 ? ["Wen"] : []);
        await Sent(Ruth.Post($"{story}/moments", ("words", words), ("name", "Wen Penhale")));
        var moment = await Read(db => db.The<Moment>().SingleAsync(m => m.Words == words));
        foreach (var answer in answers)
            await Sent(Cast["Wen"].Post($"/c/millbrook/stories/quoted/{moment.Id}", ("answer", answer.ToString()), ("words", words), ("for", moment.AskedFor.ToString())));
    }

    private async Task<string> Initiative(Visitor who, string what, Id<Scope> scope, string[] readers)
    {
        var answer = await who.Post("/c/millbrook/initiatives", ("title", Cage.Add($"an initiative {what}", readers)), ("purpose", Cage.Add($"what an initiative is for {what}", readers == InMillbrook || scope != Millbrook.ScopeId ? readers : [])), ("choice", "to"), ("to", scope.ToString()));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return answer.Location.Split('?')[0];
    }

    private async Task<string> Promise(Visitor who, string what, Id<Scope> scope, string[] readers, string on, string to)
    {
        var words = Cage.Add($"a commitment {what}", readers);
        await Sent(who.Post("/c/millbrook/commitments", ("what", words), ("by", "week"), ("to-whom", to), ("choice", "to"), ("to", scope.ToString()), ("on", on)));
        return $"/c/millbrook/commitments/{await Read(db => db.The<Commitment>().Where(c => c.What == words).Select(c => c.Id).SingleAsync())}";
    }

    private async Task<string> Page(Visitor who, string what, Id<Scope> scope, string[] readers, string on, string more = "", string[]? title = null)
    {
        var text = $"{Cage.Add($"what stands on a page {what}", readers)} {more}";
        var answer = await who.Post("/c/millbrook/pages", ("title", Cage.Add($"the title of a page {what}", title ?? readers)), ("text", text), ("choice", "to"), ("to", scope.ToString()), ("on", on));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return answer.Location;
    }

    private async Task<Circle> Circle(Joining joining, params Visitor[] people)
    {
        var first = people[0].Person;
        var wish = new CircleWish(Cage.Add("a circle's name", InMillbrook), Cage.Add("a circle's purpose", InMillbrook), joining);
        var id = await Writes.Do(unit => unit.BeginCircle(Millbrook.Id, Millbrook.ScopeId, first.Id, first.ActorId, wish with { Joining = Joining.Open }));
        foreach (var person in people.Skip(1)) await Writes.Do(unit => unit.JoinCircle(id!.Value, person.Person.Id, person.Person.ActorId));
        await Writes.Do(unit => unit.SetCircle(id!.Value, first.ActorId, wish));
        return await Read(db => db.The<Circle>().SingleAsync(c => c.Id == id));
    }

    private async Task Gather()
    {
        var circle = await Circle(Joining.Request, Ruth, Cast["Wen"]);
        await Gathering("of a circle", circle.ScopeId, circle.Id, ["Ruth", "Wen"]);
        await Gathering("a circle calls for all", Millbrook.ScopeId, circle.Id, InMillbrook);
        await Gathering("of a community", Millbrook.ScopeId, null, InMillbrook);
        var gone = await Writes.Do(unit => unit.CallGathering(Ruth.Person.ActorId, Millbrook.Id, new GatheringHost(circle.ScopeId, circle.Id), new GatheringWish(GatheringKind.Cafe, Cage.Add("a gathering in the bin", "Ruth", "Wen"), null)));
        await Sent(Ruth.Post($"/c/millbrook/gatherings/{gone}/deletion"));
    }

    /// <summary>Wen is the sponsor, Ruth holds it, and so may the stewards; a guest of its room asks, of whom nobody reads.</summary>
    private async Task Prepare()
    {
        var (ruth, wish) = (Ruth.Person.ActorId, new GatheringWish(GatheringKind.OpenSpace, Cage.Add("an Open Space’s question", InMillbrook), null));
        var id = (await Writes.Do(unit => unit.CallGathering(ruth, Millbrook.Id, new GatheringHost(Millbrook.ScopeId), wish))).As<Space>();
        await Writes.Do(unit => unit.GivePart(ruth, id, Cast["Wen"].Person.ActorId, SpacePart.Sponsor));
        await Writes.Do(unit => unit.GivePart(ruth, id, Cast["Joss"].Person.ActorId, SpacePart.Scribe));
        await Writes.Do(unit => unit.AnswerPreparing(ruth, id, new AskedOf("form"), Cage.Add("an answer to what is not asked any more", ["Ruth", "Wen"], ["Ines", "Noor"])));
        await Sent(Cast["Wen"].Post($"/c/millbrook/gatherings/{id}/preparing/questions/why", ("text-why", Cage.Add("an answer of a preparation", ["Ruth", "Wen"], ["Ines", "Noor"]))));
        await Sent(Cast["Wen"].Post($"/c/millbrook/gatherings/{id}/preparing/leeway", ("text", Cage.Add("how free groups are", InMillbrook))));
        var given = await Writes.Do(unit => unit.AddGiven(ruth, id, new GivenWish(Cage.Add("a given", InMillbrook), Cage.Add("who set a given", InMillbrook))));
        await Sent(Ruth.Post($"/c/millbrook/gatherings/{id}/pledges", ("name", Cage.Add("who pledges", InMillbrook)), ("what", Cage.Add("a pledge", InMillbrook))));
        var guest = new Actor { Id = Id<Actor>.New(), Kind = ActorKind.RoomGuest, Name = Cage.Add("who asked whether a given is still fixed", []), CommunityId = Millbrook.Id };
        await Writes.Do(unit => Task.FromResult(unit.Db.Add(guest)));
        await Writes.Do(unit => unit.AskStillFixed(guest.Id, id, given!.Value));
    }

    private async Task Gathering(string what, Id<Scope> rung, Id<Circle>? circle, string[] readers)
    {
        string Word(string of) => Cage.Add($"{of} of a gathering {what}", readers);
        var tomorrow = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime.AddDays(1));
        var id = await Writes.Do(unit => unit.CallGathering(Ruth.Person.ActorId, Millbrook.Id, new GatheringHost(rung, circle), new GatheringWish(GatheringKind.CircleMeeting, Word("the title"), new GatheringTime(tomorrow, new TimeOnly(18, 0), 90, "Europe/Berlin"))
        {
            Purpose = Word("the purpose"), Place = Word("the place"), Link = $"https://meet.example/{Word("the call")}", Agenda = Word("the agenda"), Harvest = new HarvestPlan(Word("the harvest"), "", "", null),
        }));
        await Sent(Cast["Wen"].Post($"/c/millbrook/gatherings/{id}/answer", ("coming", "Yes")));
        await Hand_out(id, what, readers);
        await Sent(Ruth.Post($"/c/millbrook/gatherings/{id}/cancellation", ("reason", Word("why it was called off"))));
    }

    /// <summary>One that is among sponsor and facilitator, one that was given to those who see the gathering; Ines and Noor are stewards, and neither.</summary>
    private async Task Talk_over()
    {
        await Talk_over("as yet among themselves", ["Ruth", "Wen"], isReleased: false);
        await Talk_over("given to all who see the gathering", InMillbrook, isReleased: true);
    }

    private async Task Talk_over(string what, string[] readers, bool isReleased)
    {
        var (ruth, wen) = (Ruth.Person.ActorId, Cast["Wen"].Person.ActorId);
        var id = (await Writes.Do(unit => unit.CallGathering(ruth, Millbrook.Id, new GatheringHost(Millbrook.ScopeId), new GatheringWish(GatheringKind.OpenSpace, "Whose night?", new GatheringTime(new DateOnly(2020, 1, 2), new TimeOnly(10, 0), 60, "Europe/Berlin"))))).As<Space>();
        await Writes.Do(unit => unit.GivePart(ruth, id, wen, SpacePart.Sponsor));
        await Writes.Do(unit => unit.Reach(ruth, id, Stage.Closed));
        await Writes.Do(unit => unit.BeginDebrief(wen, id));
        await Writes.Do(unit => unit.AnswerDebrief(wen, id, new AnswerSent("everyday", Cage.Add($"how they would work, {what}", readers), HousePrompts.Yes)));
        await Writes.Do(unit => unit.AnswerDebrief(wen, id, new AnswerSent("growing", Cage.Add($"what they would grow, {what}", readers))));
        if (isReleased) await Writes.Do(unit => unit.ReleaseDebrief(ruth, id));
        await this.Begin(Ruth, "After the night", $"[There](/c/millbrook/gatherings/{id}/debrief)");
    }

    /// <summary>Each member comes upon what is asked and what was; who cannot read French finds that in it only by tending it.</summary>
    private async Task Reword()
    {
        var set = HousePrompts.Find(HousePrompts.Preparing)!;
        foreach (var which in new[] { "as it was asked", "as it is asked" })
        {
            var wish = new PromptWish("en", [new("why", Cage.Add($"a question {which}", InMillbrook), Cage.Add($"a line to help with a question {which}", InMillbrook))]);
            var seen = await Read(db => db.CurrentSet(Millbrook.Id, set.Key));
            await Writes.Do(unit => unit.RewordPrompts(Millbrook.Id, Ines.Person.ActorId, set, wish, seen?.Id));
        }
        await Sent(Ines.Post($"/c/millbrook/questions/{set.Key}/translations/fr", ("seen", await Seen()), ("text-why", Cage.Add("a question in French", ["Ines", "Noor"], InMillbrook)), ("hint-why", "")));

        async Task<string> Seen() => (await Ines.Get($"/c/millbrook/questions/{set.Key}/translations/fr")).Page.QuerySelector("[name=seen]")!.GetAttribute("value")!;
    }

    private async Task Hold_open_spaces()
    {
        var circle = await Circle(Joining.Request, Ruth, Cast["Wen"]);
        await OpenSpace("of a circle", circle.ScopeId, circle, ["Ruth", "Wen"]);
        await OpenSpace("of a community", Millbrook.ScopeId, circle, InMillbrook);
    }

    /// <summary>What is promised at a session may be for fewer than read of the session.</summary>
    private async Task OpenSpace(string what, Id<Scope> rung, Circle circle, string[] readers)
    {
        string Word(string of, string[]? few = null) => Cage.Add($"{of} of an Open Space {what}", few ?? readers);
        var (by, day) = (Ruth.Person.ActorId, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));
        var space = (await Writes.Do(unit => unit.CallGathering(by, Millbrook.Id, new GatheringHost(rung), new GatheringWish(GatheringKind.OpenSpace, Word("the theme"), null)))).As<Space>();
        var slot = await Writes.Do(unit => unit.AddSlot(by, space, new SlotWish(day, new TimeOnly(10, 0), 60)));
        var place = await Writes.Do(unit => unit.AddPlace(by, space, Word("a place")));
        var topic = (await Writes.Do(unit => unit.PostTopic(by, space, new TopicWish(Word("a topic"), by) { Why = Word("the reason of a topic"), Slot = slot, Place = place })))!.Value;
        var doc = new YDoc();
        var report = (await Writes.Do(unit => unit.BeginReport(by, topic, doc.Transact(() => doc.GetXmlFragment("default").AddElement("paragraph").AddText(Word("a report"))))))!.Value;
        await Writes.Do(unit => unit.Promise(by, Millbrook.Id, new Promise(Word("a commitment at a session"), null, rung) { Origin = topic.As<Thing>() }));
        await Writes.Do(unit => unit.Promise(by, Millbrook.Id, new Promise(Word("a commitment of a circle at a session", ["Ruth", "Wen"]), null, circle.ScopeId) { Origin = report.As<Thing>() }));
    }

    private Task Portray() => Writes.Do(async unit =>
    {
        var (person, actor) = (Ruth.Person.Id, Ruth.Person.ActorId);
        unit.Portray(person, actor, Facet.Need, Line(Ruth.Person.ScopeId, "kept for oneself", ["Ruth"]));
        await unit.Meet(person, Cast["Wen"].Person.Id);
        unit.Portray(person, actor, Facet.Care, Line(Scope.Between(person, Cast["Wen"].Person.Id), "opened to one other", ["Ruth", "Wen"]));
        unit.Portray(person, actor, Facet.Offer, Line(Millbrook.ScopeId, "opened to a community", InMillbrook));
        unit.Portray(person, actor, Facet.Interest, Line(Scope.Network, "opened to the network", SignedIn, ["Gus"]));
        unit.Portray(person, actor, Facet.World, Line(Scope.Public, "opened to all", [.. SignedIn, "anyone"], ["Gus"]));
        var taken = unit.Portray(person, actor, Facet.World, Line(Millbrook.ScopeId, "taken back again", []));
        await unit.Db.SaveChangesAsync();
        await unit.TakeBack(person, actor, taken);
    });

    /// <summary>
    /// Offers on each rung, with a group of words that joins them all to one that all read: whoever finds that one must not find the others.
    /// What is asked of an offer is for the two; of a call everybody reads, who can help is for whoever called.
    /// </summary>
    private async Task Offer_and_call()
    {
        var (wen, ruth, bea) = (Cast["Wen"], Ruth, Cast["Bea"]);
        var circle = await Circle(Joining.Request, wen, ruth);
        var (alone, two, some, all) = (Cage.Add("an offer kept for oneself", "Wen"), Cage.Add("an offer to one other", "Wen", "Ruth"), Cage.Add("an offer to a circle", "Wen", "Ruth"), Cage.Add("an offer to a community", InMillbrook));
        await Writes.Do(unit => unit.Meet(wen.Person.Id, ruth.Person.Id));
        foreach (var (word, scope) in new[] { (alone, wen.Person.ScopeId), (two, Scope.Between(wen.Person.Id, ruth.Person.Id)), (some, circle.ScopeId), (all, Millbrook.ScopeId) })
            await Writes.Do(unit => Task.FromResult(unit.Portray(wen.Person.Id, wen.Person.ActorId, Facet.Offer, new Opening($"{word} interpreting", scope, ""))));
        await Sent(Cast["Joss"].Post("/c/millbrook/assets/words", ("words", $"translation help, {Cage.Add("a community's word for something", InMillbrook)}")));
        var offer = await Read(db => db.The<PortraitEntry>().Where(e => e.Text == $"{all} interpreting").Select(e => e.Id).SingleAsync());
        await Sent(ruth.Post($"/c/millbrook/assets/{offer}/exchange", ("what", Cage.Add("what somebody asks of an offer", "Ruth", "Wen")), ("gives", Cage.Add("what somebody gives for an offer", "Ruth", "Wen"))));
        await Sent(bea.Post("/c/millbrook/calls/agreeing", ("words", $"{Cage.Add("for what somebody is called", "Bea")}, scaffolding")));
        await Sent(ruth.Post("/c/millbrook/calls", ("what", $"Scaffolding {Cage.Add("a call for help", InMillbrook)}"), ("until", DateOnly.FromDateTime(Time.Utc()).AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
        var call = await Read(db => db.The<Call>().Select(c => c.Id).SingleAsync());
        await Writes.Do(unit => unit.Db.The<Person>().Where(p => p.Id == bea.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        await Writes.Do(unit => unit.Reach(new Letterhead(Services.GetRequiredService<Languages>(), "https://leaderful.example"), Services.GetRequiredService<HouseWords>(), call));
        await Sent(bea.Post($"/c/millbrook/calls/{call}/help", ("line", Cage.Add("what somebody says who can help", ["Ruth"], ["Bea"]))));
    }

    /// <summary>Each of somebody's, as everybody has one at a time; the words are in their bytes.</summary>
    private async Task Photograph()
    {
        var circle = await Circle(Joining.Request, Cast["Wen"], Cast["Noor"]);
        await Photograph("Ruth", Ruth.Person.ScopeId, "kept for oneself", ["Ruth"]);
        await Photograph("Wen", circle.ScopeId, "shown to a circle", ["Noor", "Wen"]);
        await Photograph("Joss", Millbrook.ScopeId, "shown to a community", InMillbrook);
        await Photograph("Tove", Scope.Network, "shown to the network", [.. SignedIn, "Gus"]);
        await Photograph("Noor", Scope.Public, "shown to all", [.. SignedIn, "anyone", "Gus"]);
        await Photograph("Bea", Millbrook.ScopeId, "taken back again", []);
        var taken = await Read(db => db.The<PortraitEntry>().Where(e => e.PersonId == Cast["Bea"].Person.Id && e.Facet == Facet.Photo).Select(e => e.Id).SingleAsync());
        await Sent(Cast["Bea"].Post($"/me/portrait/{taken}/deletion"));
    }

    private async Task Photograph(string name, Id<Scope> scope, string what, string[] readers)
    {
        var who = Cast[name].Person;
        byte[] bytes = [.. MadePictures.Png(), .. System.Text.Encoding.ASCII.GetBytes(Cage.Add($"a photo {what}", readers))];
        var file = Services.GetRequiredService<Blobs>().KeepOne(who.Id, new Upload("portrait.png", "image/png", bytes));
        await Writes.Do(unit => unit.ShowPhoto(who.Id, who.ActorId, new Opening("", scope, Cage.Add($"what a photo is for, {what}", readers)), file));
    }

    private Opening Line(Id<Scope> scope, string what, string[] readers, string[]? others = null) =>
        new(Cage.Add($"a portrait's line {what}", readers, others ?? []), scope, Cage.Add($"what a portrait's line is for, {what}", readers, others ?? []));

    private async Task Invite()
    {
        await Sent(Ines.Post("/c/millbrook/invitations", ("expires", "Week"), ("email", $"{Cage.Add("whom an invitation was mailed to", ["Ines", "Noor"])}@friend.example")));
        await Ines.Bring(Millbrook, $"Name,E-mail\n{Cage.Add("a name on a list of guests", "Ines", "Noor")},{Cage.Add("an address on a list of guests", "Ines", "Noor")}@guest.example\nSomebody,{Cage.Add("what a list's bad row says", "Ines", "Noor")}\n");
    }

    private async Task Attach(Visitor who, Id<Conversation> id, Community community, string what, string[] readers)
    {
        var (name, content) = (Cage.Add($"the name of a file with {what}", readers), Cage.Add($"what is in a file with {what}", readers));
        var files = Services.GetRequiredService<Blobs>().Keep(community.Id, [new Upload($"{name}.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes(content))]);
        await Writes.Do(unit => unit.Reply(who.Person.ActorId, id, Said.Of(Cage.Add(what, readers)) with { Files = files }));
    }

    /// <summary>Wen brings one that stays, and one that she takes off again.</summary>
    private async Task Hand_out(Id<Gathering> id, string what, string[] readers)
    {
        Upload File(string name, string content) => new($"{name}.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes(content));
        var (wen, blobs) = (Cast["Wen"].Person.ActorId, Services.GetRequiredService<Blobs>());
        var kept = blobs.Keep(Millbrook.Id, [
            File(Cage.Add($"the name of a hand-out {what}", readers), Cage.Add($"what is in a hand-out {what}", readers)),
            File(Cage.Add($"the name of a hand-out in the bin {what}", "Wen"), Cage.Add($"what is in a hand-out in the bin {what}", []))]);
        await Writes.Do(unit => unit.BringHandouts(wen, Millbrook.Id, id, kept));
        await Writes.Do(unit => unit.TakeOffHandout(wen, kept[1].Id));
    }

    private async Task Decide(Id<Conversation> id, int number, string why) =>
        await Sent(Ines.Post($"{await Case(id, number)}/decisions", ("verdict", nameof(Verdict.Kept)), ("agreement", "else"), ("why", why)));

    private async Task<string> Case(Id<Conversation> id, int number)
    {
        var post = (await this.Post(id, number)).Id;
        return $"/c/millbrook/care/{await Read(db => db.The<CareCase>().Where(c => c.PostId == post).Select(c => c.Id).SingleAsync())}";
    }

    private static async Task Sent(Task<Screen> answer) => Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await answer).Status);
}
