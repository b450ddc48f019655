using Leaderful.Communities.Agreements;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Requests to join, with what was answered.</summary>
public static class Knocking
{
    public static void Asks(this Story story, string who, string place, Moment at) => story.Calendar.On(at, async unit =>
    {
        var (community, person) = (story.Place(place), story.Cast.Register(unit, who));
        await unit.Db.SaveChangesAsync();
        var questions = (await unit.Db.The<Communities.Community>().SingleAsync(c => c.Id == community.Id)).Asked();
        var replies = Parts(who)[0].Split("\n\n");
        if (!await unit.AskToJoin(community.Id, person, [.. questions.Zip(replies)], await unit.Db.AgreementsOf(community.Id), story.Paper))
            throw new InvalidOperationException($"{who} could not ask to join {place}.");
    });

    public static void Answers(this Story story, string steward, string who, string place, Moment at, Answer answer) => story.Calendar.On(at, async unit =>
    {
        var (community, person) = (story.Place(place).Id, story.Cast.Person(who).Id);
        var request = await unit.Db.The<JoinRequest>().AsNoTracking().SingleAsync(r => r.CommunityId == community && r.PersonId == person && r.ClosedAt == null);
        await unit.AnswerRequest(request, story.Cast.Actor(steward), answer, Parts(who)[1], story.Paper);
    });

    private static string[] Parts(string who) => Script.Text($"requests/{who}.md").Split("\n\n---\n\n");
}
