using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Requests;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Circles;

public static class Asking
{
    /// <summary>One open request a person; asking twice is asking once.</summary>
    public static async Task<bool> AskForCircle(this Unit unit, Id<Circle> id, Session me, string line)
    {
        if (await unit.HoldCircle(id) is not { Joining: Joining.Request } circle) return false;
        if (await unit.Db.The<CircleRequest>().AnyAsync(r => r.CircleId == id && r.PersonId == me.PersonId && r.ClosedAt == null)) return true;
        var request = new CircleRequest { Id = Id<CircleRequest>.New(), CommunityId = circle.CommunityId, CircleId = id, PersonId = me.PersonId, Line = line, AskedAt = unit.Now };
        unit.Db.Add(request);
        unit.Journal(me.ActorId, "circle-request.made", request.Id.Value, circle.CommunityId, inverse: "circle-request.withdrawn");
        return true;
    }

    /// <summary>Answers once, whoever comes first.</summary>
    public static async Task<bool> AnswerRequest(this Unit unit, CircleRequest request, Id<Actor> by, Answer answer, string word = "", Letterhead? paper = null)
    {
        if (await unit.HoldCircle(request.CircleId) is not { } circle || await unit.CloseRequest(request, by, answer, word) is not { } entry) return false;
        var person = await unit.ThePerson(request.PersonId);
        if (answer == Answer.Accepted) await unit.Admit(circle, person.Id, person.ActorId, entry);
        if (paper is not null) await unit.SendAnswer(paper, circle, person, answer, word);
        return true;
    }

    public static async Task<bool> WithdrawRequest(this Unit unit, CircleRequest request, Id<Actor> by) =>
        await unit.CloseRequest(request, by, Answer.Withdrawn, "") is not null;

    /// <summary>The row itself says whether it was still open: of two at once, one closes it.</summary>
    private static async Task<JournalEntry?> CloseRequest(this Unit unit, CircleRequest request, Id<Actor> by, Answer answer, string word)
    {
        var closed = await unit.Db.The<CircleRequest>().Where(r => r.Id == request.Id && r.ClosedAt == null).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.ClosedAt, unit.Now).SetProperty(x => x.Answer, answer)
            .SetProperty(x => x.AnsweredById, by).SetProperty(x => x.Word, word));
        return closed == 1 ? unit.Journal(by, $"circle-request.{answer.ToString().ToLowerInvariant()}", request.Id.Value, request.CommunityId) : null;
    }
}
