using Leaderful.Accounts;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Requests;

public static class Asking
{
    /// <summary>Whoever likes comes in, where that is still so; whoever was sent away does not.</summary>
    public static async Task<bool> JoinOpenly(this Unit unit, Id<Community> community, Person person, IReadOnlyList<Agreed> agreed)
    {
        await unit.Hold(community);
        if (!await unit.IsStill(community, Joining.Open, person)) return false;
        await unit.Join(community, person);
        await unit.Db.SaveChangesAsync();
        await unit.Accept(community, person, agreed);
        return true;
    }

    /// <summary>One open request a person; asking twice is asking once.</summary>
    public static async Task<bool> AskToJoin(
        this Unit unit, Id<Community> community, Person person, IReadOnlyList<(string Question, string Text)> replies, IReadOnlyList<Agreed> agreed, Letterhead? paper = null)
    {
        await unit.Hold(community);
        if (!await unit.IsStill(community, Joining.Request, person)) return false;
        if (await unit.Db.The<JoinRequest>().AnyAsync(r => r.CommunityId == community && r.PersonId == person.Id && r.ClosedAt == null)) return true;
        var lately = unit.Now - TimeSpan.FromDays(1);
        var isKnown = await unit.Db.The<JoinRequest>().AnyAsync(r => r.CommunityId == community && r.PersonId == person.Id && r.AskedAt > lately);
        var request = new JoinRequest { Id = Id<JoinRequest>.New(), CommunityId = community, PersonId = person.Id, AskedAt = unit.Now };
        unit.Db.Add(request);
        unit.Db.AddRange(replies.Select((reply, i) => new JoinReply
        {
            Id = Id<JoinReply>.New(), CommunityId = community, RequestId = request.Id, Number = i + 1, Question = reply.Question, Text = reply.Text,
        }));
        await unit.Accept(community, person, agreed);
        unit.Journal(person.ActorId, "request.made", request.Id.Value, community, inverse: "request.withdrawn");
        // Asking, taking it back and asking again is no way to fill the stewards' mail.
        if (paper is not null && !isKnown) await unit.SendAsked(paper, community, await unit.NameOf(person.ActorId));
        return true;
    }

    /// <summary>Answers once, whoever comes first.</summary>
    public static async Task<bool> AnswerRequest(this Unit unit, JoinRequest request, Id<Actor> by, Answer answer, string word = "", Letterhead? paper = null)
    {
        if (await unit.CloseRequest(request, by, answer, word) is not { } entry) return false;
        if (answer == Answer.Accepted) await unit.Join(request.CommunityId, await unit.ThePerson(request.PersonId), entry);
        if (paper is not null) await unit.SendAnswer(paper, request, answer, word);
        return true;
    }

    public static async Task<bool> WithdrawRequest(this Unit unit, JoinRequest request, Id<Actor> by) =>
        await unit.CloseRequest(request, by, Answer.Withdrawn, "") is not null;

    /// <summary>The row itself says whether it was still open: of two at once, one closes it.</summary>
    private static async Task<JournalEntry?> CloseRequest(this Unit unit, JoinRequest request, Id<Actor> by, Answer answer, string word)
    {
        await unit.Hold(request.CommunityId);
        var closed = await unit.Db.The<JoinRequest>().Where(r => r.Id == request.Id && r.ClosedAt == null).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.ClosedAt, unit.Now).SetProperty(x => x.Answer, answer)
            .SetProperty(x => x.AnsweredById, by).SetProperty(x => x.Word, word));
        return closed == 1 ? unit.Journal(by, $"request.{answer.ToString().ToLowerInvariant()}", request.Id.Value, request.CommunityId) : null;
    }

    private static async Task<bool> IsStill(this Unit unit, Id<Community> community, Joining joining, Person person) =>
        await unit.Db.The<Community>().AnyAsync(c => c.Id == community && c.Joining == joining)
        && !await unit.Db.The<Membership>().AnyAsync(m => m.CommunityId == community && m.PersonId == person.Id && m.EndedById != null);
}
