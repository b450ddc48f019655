using Leaderful.Assets;
using Leaderful.Assets.Calls;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.Gatherings.Handouts;
using Leaderful.OneToOnes;
using Leaderful.OneToOnes.Asking;
using Leaderful.OneToOnes.Sharing;
using Leaderful.Accounts;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Preparing;
using Leaderful.OpenSpace.Debriefs;
using Leaderful.OpenSpace.Reviews;
using Leaderful.People;
using Leaderful.Prompts;
using Leaderful.Rounds;
using Leaderful.Rounds.Letters;
using Leaderful.Rounds.Pairs;
using Leaderful.Initiatives;
using Leaderful.Stories;
using Leaderful.Stories.Moments;
using Leaderful.Shared;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Crawl;

/// <summary>A community whose people write no Latin letter, so that any Latin letter on a page is the house's own.</summary>
public sealed class CrawlWorld : World
{
    public Visitor Steward { get; private set; } = null!;
    public Visitor Member { get; private set; } = null!;
    public Visitor Stranger { get; private set; } = null!;
    public Community Mill { get; private set; } = null!;

    /// <summary>An Open Space with one of everything that is prepared.</summary>
    public string Prepared { get; private set; } = "";

    /// <summary>The proceedings of an Open Space, for those who were there.</summary>
    public IReadOnlyList<string> Books { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Steward = await Register("Инес Окоро", "1@2.34");
        Member = await Register("Рут Абара", "5@6.78");
        Stranger = await Register("Самир", "9@9.99");
        Mill = await Found(Steward, "Мельница", "mill");
        await Join(Member, Mill);
        await Circle(Steward, "Ночные", Joining.Open);
        await Circle(Member, "Садовые", Joining.Request);
        await MeetTwoByTwo();
        await Gathering("Сбор", null);
        await Gathering("Ночной сбор", Time.GetUtcNow().UtcDateTime.AddDays(2));
        await Gathering("Старый сбор", Time.GetUtcNow().UtcDateTime.AddDays(-2));
        await Promise(Member, Steward, "Открыть сад", Mill.ScopeId, null);
        await Promise(Steward, Member, "Закрыть сад", Mill.ScopeId, null);
        await TalkOver();
        await Reword();
        await Prepare();
        await Proceedings();
        await TellStories();
        await OfferAndCall();
        await AskToMeet();
        // The others bear Latin names: out of sight.
        await Writes.Do(unit => unit.Db.The<Community>().Where(c => c.Id != Mill.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Finding, Finding.Hidden)));
    }

    /// <summary>Each asked the other to meet: one answered and wrote down what is both's, one waits, one was over and is to be confirmed.</summary>
    private async Task AskToMeet()
    {
        await Writes.Do(unit => unit.Db.The<Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.EmailProvedAt, unit.Now)));
        var (words, head) = (Services.GetRequiredService<Languages>(), new Letterhead(Services.GetRequiredService<Languages>(), "https://1.2.3.4"));
        var desk = new LetterDesk(head, "1.2", words.Best("en"));
        foreach (var (by, with, days, says) in new[] { (Member, Steward, 3, true), (Steward, Member, 4, false), (Member, Steward, -3, true), (Steward, Member, -4, true) })
        {
            var starts = Time.Utc().AddDays(days);
            var me = await Read(db => db.SessionOf(by.Person.Id));
            var wish = new OneToOneWish(with.Person.ActorId, "", new GatheringTime(DateOnly.FromDateTime(starts), new TimeOnly(9, 30), 45, "UTC")) { Purpose = "Чай", Place = "Сад" };
            var id = await Writes.Do(unit => unit.PlanOneToOne(me!, Mill.Id, wish));
            await Writes.Do(unit => unit.AskOther(desk, me!, id, new Ask(ReachedBy.Mail, "", [wish.Time])));
            if (!says) continue;
            var time = await Read(db => db.The<ProposedTime>().SingleAsync(t => t.OneToOneId == id));
            await Writes.Do(unit => unit.AgreeToMeet(desk, id, time.Id, "Да"));
            if (days > 0) continue;
            await Writes.Do(unit => unit.HoldOneToOne(id));
            var two = BetweenQueries.TwoOf((await Read(db => db.AskedFor(id)))!);
            await Writes.Do(unit => unit.WriteShared(desk, two, null, new SharedWords(WhatPassed.Support, "Хлеб", "Сад", DateOnly.FromDateTime(Time.Utc().AddDays(5)), "Дом", null, "Нил", "Лодка"), tells: true));
            if (days == -4) await Writes.Do(unit => unit.ConfirmShared(desk, two with { IsPlanner = true }, 1, tells: true));
        }
    }

    /// <summary>A round that is over, one that is under way and one that people come into, in a circle of four.</summary>
    private async Task MeetTwoByTwo()
    {
        Visitor[] people = [Member, Steward, await Register("Ада", "3@3.33"), await Register("Нил", "4@4.44")];
        foreach (var one in people[2..]) await Join(one, Mill);
        var by = Member.Person;
        var circle = await Writes.Do(unit => unit.BeginCircle(Mill.Id, Mill.ScopeId, by.Id, by.ActorId, new CircleWish("Вдвоём", "День", Joining.Open)));
        foreach (var one in people[1..]) await Writes.Do(unit => unit.JoinCircle(circle!.Value, one.Person.Id, one.Person.ActorId));
        await Writes.Do(unit => Task.FromResult(unit.Portray(by.Id, by.ActorId, Facet.Offer, new Opening("Велосипеды", Mill.ScopeId, ""))));
        foreach (var one in people[1..]) await Writes.Do(unit => Task.FromResult(unit.Portray(one.Person.Id, one.Person.ActorId, Facet.Need, new Opening("Велосипеды", Mill.ScopeId, ""))));
        var (scope, today) = (await Read(db => db.The<Circle>().Where(c => c.Id == circle).Select(c => c.ScopeId).SingleAsync()), DateOnly.FromDateTime(Time.Utc()));
        foreach (var until in new[] { -4, 5, 9 })
        {
            var ground = new RoundGround(circle!.Value.As<Thing>(), RoundPlace.Circle, "Вдвоём", scope);
            var id = await Writes.Do(unit => Task.FromResult(unit.OpenRound(by.ActorId, Mill.Id, ground, new RoundWish(until == 5 ? "" : "Знакомство", today.AddDays(until - 3), today.AddDays(until)))));
            await Writes.Do(unit =>
            {
                foreach (var one in people) Answer(unit, id, one).Join(unit.Now);
            });
            if (until < 9) await Read(db => Writes.MakePairs(db, by.ActorId, id, Time.Utc(), default));
            if (until < 0) await Writes.Do(unit => unit.AskWhetherMet(new Letterhead(Services.GetRequiredService<Languages>(), "https://1.2.3.4"), id));
        }
        await Member.Post("/c/mill/rounds/apart", ("name", "Нил"));
    }

    private RoundAnswer Answer(Unit unit, Id<Round> id, Visitor who)
    {
        var answer = new RoundAnswer { RoundId = id, PersonId = who.Person.Id, CommunityId = Mill.Id };
        unit.Db.Add(answer);
        return answer;
    }

    /// <summary>An offer that was asked for, words that mean the same, and a call that somebody answers; each of them once for either.</summary>
    private async Task OfferAndCall()
    {
        foreach (var (who, other) in new[] { (Member, Steward), (Steward, Member) })
        {
            var offer = await Writes.Do(unit => Task.FromResult(unit.Portray(who.Person.Id, who.Person.ActorId, Facet.Offer, new Opening("Пеку хлеб", Mill.ScopeId, ""))));
            await Writes.Do(unit => Task.FromResult(unit.Portray(who.Person.Id, who.Person.ActorId, Facet.World, new Opening("Хлеб мельницы", Mill.ScopeId, ""))));
            await other.Post($"/c/mill/assets/{offer}/exchange", ("what", "На праздник"), ("gives", "Чай"));
            await Writes.Do(unit => unit.AddSynonyms(who.Person.ActorId, Mill.Id, "хлеб, булка"));
            await Writes.Do(unit => unit.AgreeToCalls(who.Person.Id, Mill.Id, "стулья"));
            var call = await Writes.Do(unit => unit.CallForHelp(other.Person.ActorId, Mill.Id, new CallWish("Нужны стулья", DateOnly.FromDateTime(Time.Utc()).AddDays(9)) { More = "Десять" }));
            await Writes.Do(unit => unit.Reach(new Letterhead(Services.GetRequiredService<Languages>(), "https://leaderful.example"), Services.GetRequiredService<HouseWords>(), call));
            if (who == Member) await who.Post($"/c/mill/calls/{call}/help", ("line", "Два"));
        }
    }

    /// <summary>With a session that left something, one of which nothing was written, and one that was let go.</summary>
    private async Task Proceedings()
    {
        var (by, day) = (Member.Person.ActorId, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));
        var wish = new GatheringWish(GatheringKind.OpenSpace, "Простор", new GatheringTime(day, new TimeOnly(9, 0), 3000, "Etc/UTC")) { Purpose = "Зачем", Place = "Сад" };
        var space = (await Writes.Do(unit => unit.CallGathering(by, Mill.Id, new GatheringHost(Mill.ScopeId), wish))).As<Space>();
        var (slot, place) = (await Writes.Do(unit => unit.AddSlot(by, space, new SlotWish(day, new TimeOnly(10, 0), 60))), await Writes.Do(unit => unit.AddPlace(by, space, "Зал")));
        var told = (await Writes.Do(unit => unit.PostTopic(by, space, new TopicWish("Ключи", by) { Why = "Ночь", Slot = slot, Place = place })))!.Value;
        foreach (var title in new[] { "Сад", "Лампы" }) await Writes.Do(unit => unit.PostTopic(by, space, new TopicWish(title, null, "Ада") { Slot = slot }));
        await Writes.Do(async unit => await unit.RetireTopic(by, await unit.Db.The<Topic>().Where(t => t.SpaceId == space && t.Title == "Лампы").Select(t => t.Id).SingleAsync()));
        var doc = new YDoc();
        await Writes.Do(unit => unit.BeginReport(by, told, doc.Transact(() =>
        {
            var heading = doc.GetXmlFragment("default").AddElement("heading");
            heading.SetAttribute("level", 2);
            heading.AddText("Два ключа");
            doc.GetXmlFragment("default").AddElement("image").SetAttribute("src", "/files/1");
        })));
        await Writes.Do(unit => unit.SayWasAt(by, told));
        await Promise(Member, Member, "Второй ключ", Mill.ScopeId, told.As<Thing>());
        Books = [$"/c/mill/gatherings/{space}/book", $"/c/mill/gatherings/{space}/book/print"];
    }

    /// <summary>One of the member's with a moment of the steward's in it and another that is asked for, one of us, and a call for stories that has gone a round.</summary>
    private async Task TellStories()
    {
        var (by, other) = (Member.Person.ActorId, Steward.Person.ActorId);
        await Member.Post("/c/mill/reflections");
        var wish = new StoryWish("Ключ") { Challenge = "Ночь", Choice = "Ждать", Outcome = "Утро", Value = "Вместе", Shows = [ValueKind.Applied] };
        var story = await Writes.Do(unit => unit.TellStory(by, Mill.ScopeId, Mill.Id, StoryKind.Now, wish));
        foreach (var words in new[] { "Я ждала", "Я ушла" }) await Writes.Do(unit => unit.AskMoment(by, Mill.Id, story, new MomentWish(other, "", "", words), Mill.ScopeId));
        await Writes.Do(async unit => await unit.AnswerMoment(other, await unit.Db.The<Moment>().Where(m => m.Words == "Я ждала").Select(m => m.Id).SingleAsync(), new MomentReply(MomentAnswer.Allow, For: Mill.ScopeId)));
        var initiative = await Writes.Do(unit => unit.BeginInitiative(by, Mill.Id, Mill.ScopeId, "Сад для всех"));
        await Writes.Do(unit => unit.BeginStoryOfUs(by, Mill.Id, Mill.ScopeId, initiative.As<Thing>(), "Мы", "## Ночь\n\nТемно"));
        var change = (await Member.Post("/c/mill/changes", ("question", "Что стало иначе?"), ("period", "Зима"), ("to", Mill.ScopeId.ToString()))).Location;
        await Member.Post($"{change}/stories", ("story", story.ToString()));
        await Member.Post($"{change}/round", ("round", "0"));
        await Steward.Post($"{change}/choices", ("round", "1"), ("story", story.ToString()), ("why", "Так"), ("group", "Ночные"));
    }

    /// <summary>With all that can be said of one.</summary>
    private async Task Gathering(string title, DateTime? at)
    {
        var time = at is { } when ? new GatheringTime(DateOnly.FromDateTime(when), new TimeOnly(18, 30), 90, "Etc/UTC") : null;
        var id = await Writes.Do(unit => unit.CallGathering(Member.Person.ActorId, Mill.Id, new GatheringHost(Mill.ScopeId), new GatheringWish(GatheringKind.Cafe, title, time)
        {
            Purpose = "Зачем", Place = "Сад", Link = "https://1.2.3.4/5", Agenda = "Начало", Harvest = new HarvestPlan("Что", "Как", "Кому", new DateOnly(2027, 1, 2)),
        }));
        await Writes.Do(unit => unit.AnswerGathering(Steward.Person.ActorId, id, Coming.Maybe));
        if (at < Time.GetUtcNow().UtcDateTime) await Writes.Do(unit => unit.SayWasThere(Steward.Person.ActorId, id));
        var blobs = Services.GetRequiredService<Blobs>();
        var files = blobs.Keep(Mill.Id, [new Upload("план", "text/plain", [1]), new Upload("снято", "text/plain", [2])]);
        if (at > Time.GetUtcNow().UtcDateTime) await Writes.Do(unit => unit.BringHandouts(Member.Person.ActorId, Mill.Id, id, files));
        if (at > Time.GetUtcNow().UtcDateTime) await Writes.Do(unit => unit.TakeOffHandout(Member.Person.ActorId, files[1].Id));
        if (at is null) await Writes.Do(unit => unit.CallOff(Member.Person.ActorId, id, "Дождь"));
    }

    /// <summary>The member holds it, the steward is its sponsor; of what is given one was asked, one eased, one is gone, and the day of one is over.</summary>
    private async Task Prepare()
    {
        var by = Member.Person.ActorId;
        var time = new GatheringTime(DateOnly.FromDateTime(Time.Utc()).AddDays(9), new TimeOnly(9, 30), 90, "Etc/UTC");
        var id = (await Writes.Do(unit => unit.CallGathering(by, Mill.Id, new GatheringHost(Mill.ScopeId), new GatheringWish(GatheringKind.OpenSpace, "Что дальше?", time)))).As<Space>();
        await Writes.Do(unit => unit.GivePart(by, id, Steward.Person.ActorId, SpacePart.Sponsor));
        foreach (var text in new[] { "Касса пуста", "Сад закрыт", "Ночью тихо", "До вчера" }) await Writes.Do(unit => unit.AddGiven(by, id, new GivenWish(text, "Совет", new DateOnly(2020, 1, 1))));
        var givens = await Read(db => db.The<Given>().Where(g => g.SpaceId == id).OrderBy(g => g.Id).Select(g => g.Id).ToListAsync());
        await Writes.Do(unit => unit.AskStillFixed(Steward.Person.ActorId, id, givens[0]));
        await Writes.Do(unit => unit.AnswerGiven(by, id, givens[1], new GivenReply(Fixedness.Eased, "Так", "Сад открыт")));
        await Writes.Do(unit => unit.AnswerGiven(by, id, givens[2], new GivenReply(Fixedness.Gone)));
        await Writes.Do(unit => unit.SetLeeway(by, id, "Час в неделю"));
        await Writes.Do(unit => unit.AddPledge(by, id, new PledgeWish(null, "Совет", "Прочесть всё", new DateOnly(2027, 3, 4))));
        await Writes.Do(unit => unit.AddPledge(by, id, new PledgeWish(Steward.Person.ActorId, "", "Прийти", null)));
        var set = await Read(async db => (await db.CurrentSet(Mill.Id, HousePrompts.Preparing))?.Id);
        await Writes.Do(unit => unit.AnswerPreparing(by, id, new AskedOf("why", set), "Потому"));
        await Writes.Do(unit => unit.Tick(by, id, "food"));
        Prepared = $"/c/{Mill.Slug}/gatherings/{id}";
    }

    /// <summary>An Open Space that is over, talked over and looked back at; a conversation leads there.</summary>
    private async Task TalkOver()
    {
        var by = Member.Person.ActorId;
        var id = (await Writes.Do(unit => unit.CallGathering(by, Mill.Id, new GatheringHost(Mill.ScopeId), new GatheringWish(GatheringKind.OpenSpace, "Чья ночь?", new GatheringTime(new DateOnly(2020, 1, 2), new TimeOnly(10, 0), 60, "Etc/UTC"))))).As<Space>();
        await Writes.Do(unit => unit.Reach(by, id, Stage.Closed));
        await Writes.Do(unit => unit.BeginDebrief(by, id));
        await Writes.Do(unit => unit.AnswerDebrief(by, id, new AnswerSent("everyday", "Пока нет", HousePrompts.Yes)));
        await Writes.Do(unit => unit.AnswerDebrief(by, id, new AnswerSent("growing", "Слушать")));
        await Writes.Do(unit => unit.ReleaseDebrief(by, id));
        await Promise(Member, Member, "Открыть дверь", Mill.ScopeId, id.As<Thing>());
        var pledge = await Writes.Do(unit => unit.AddPledge(by, id, new PledgeWish(null, "Доктор", "Читать", null)));
        await Writes.Do(unit => unit.NotePledge(by, id, pledge!.Value, PledgeNoteKind.Barrier, "Мало дня"));
        await Writes.Do(unit => unit.PlanFirstReview(by, id, DateOnly.FromDateTime(Time.Utc()).AddDays(9)));
        await Writes.Do(unit => unit.Begin(by, Mill.Id, Mill.ScopeId, "После ночи", Said.Of($"[Туда](/c/mill/gatherings/{id}/debrief)")));
    }

    /// <summary>A set in other words twice over, one prompt left out, and a translation of the earlier words.</summary>
    private async Task Reword()
    {
        var set = HousePrompts.Find(HousePrompts.Preparing)!;
        await Writes.Do(unit => unit.RewordPrompts(Mill.Id, Steward.Person.ActorId, set, new PromptWish("ru", [new("why", "Зачем?", "Одной строкой"), new("whom", "Кого?", "")]), null));
        var first = (await Read(db => db.CurrentSet(Mill.Id, set.Key)))!.Id;
        await Writes.Do(unit => unit.TranslatePrompts(Mill.Id, Steward.Person.ActorId, first, "uk", [new("why", "Навіщо?", "")], Translating.Edition([])));
        await Writes.Do(unit => unit.RewordPrompts(Mill.Id, Steward.Person.ActorId, set, new PromptWish("ru", [new("why", "Почему сейчас?", "Одной строкой")]), first));
    }

    /// <summary>A circle in which something was said; where one has to ask, the steward has asked.</summary>
    private async Task Circle(Visitor who, string name, Joining joining)
    {
        var id = await Writes.Do(unit => unit.BeginCircle(Mill.Id, Mill.ScopeId, who.Person.Id, who.Person.ActorId, new CircleWish(name, "Ночь", joining)));
        var scope = await Read(db => db.The<Circle>().Where(c => c.Id == id).Select(c => c.ScopeId).SingleAsync());
        await Writes.Do(unit => unit.Begin(who.Person.ActorId, Mill.Id, scope, "Ключи", Said.Of("Где они?")));
        await Promise(who, who, "Ключи до завтра", scope, id!.Value.As<Thing>());
        if (joining == Joining.Request) await Steward.Post($"/c/mill/circles/{id}/requests", ("line", "Я"));
    }

    /// <summary>One's own is in the way and was changed before; what somebody is asked for waits for them.</summary>
    private async Task Promise(Visitor who, Visitor doer, string what, Id<Scope> scope, Id<Thing>? on)
    {
        var promise = new Promise(what, null, scope) { Doer = doer.Person.ActorId, Origin = on, To = new ToWhom(Words: "Ночным") };
        var id = await Writes.Do(unit => unit.Promise(who.Person.ActorId, Mill.Id, promise));
        if (who != doer) return;
        await Writes.Do(unit => unit.Renegotiate(doer.Person.ActorId, id!.Value, what, DateOnly.FromDateTime(Time.Utc()).AddDays(3), "Ночь"));
        await Writes.Do(unit => unit.CheckIn(doer.Person.ActorId, id!.Value, CheckInKind.Barrier, "Ключ"));
    }
}
