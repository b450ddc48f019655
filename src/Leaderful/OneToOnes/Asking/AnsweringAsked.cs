using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Asking;

/// <summary>What the other answers, as often as they change their mind until it begins.</summary>
public static class AnsweringAsked
{
    /// <summary>False where that time is not among those to choose from any more.</summary>
    public static async Task<bool> AgreeToMeet(this Unit unit, LetterDesk desk, Id<OneToOne> id, Id<ProposedTime> choice, string word)
    {
        var (one, request) = await unit.LockAsked(id);
        if (await unit.Db.The<ProposedTime>().SingleOrDefaultAsync(t => t.Id == choice && t.OneToOneId == id) is not { } time || time.Time.EndsAt <= unit.Now) return false;
        if (request.AgreedAt is not null && time.Time == one.Time && word == request.Word) return true;
        if (time.Time != one.Time) request.Renew();
        one.Move(time.Time);
        request.Agree(unit.Now, word);
        await unit.Db.SaveChangesAsync();
        await unit.WriteToPlanner(desk, id, "agrees");
        await unit.WriteToOther(desk, id, "agreed");
        return true;
    }

    public static async Task WishAnotherTime(this Unit unit, LetterDesk desk, Id<OneToOne> id, string word)
    {
        var (_, request) = await unit.LockAsked(id);
        if (request is { AgreedAt: null, DeclinedAt: null } && word == request.Word) return;
        request.WishForAnother(word);
        await unit.Db.SaveChangesAsync();
        await unit.WriteToPlanner(desk, id, "another");
    }

    /// <summary>Once and kindly: whoever planned it reads it, and nothing more is asked.</summary>
    public static async Task DeclineToMeet(this Unit unit, LetterDesk desk, Id<OneToOne> id, string word)
    {
        var (_, request) = await unit.LockAsked(id);
        if (request.DeclinedAt is not null && word == request.Word) return;
        request.Decline(unit.Now, word);
        request.Renew();
        await unit.Db.SaveChangesAsync();
        await unit.WriteToPlanner(desk, id, "declines");
    }

    private static async Task<(OneToOne One, OneToOneRequest Request)> LockAsked(this Unit unit, Id<OneToOne> id)
    {
        var one = await unit.LockOneToOne(id);
        return (one, await unit.RequestOf(one));
    }
}
