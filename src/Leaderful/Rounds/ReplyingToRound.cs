using Leaderful.Accounts;
using Leaderful.Commitments;
using Leaderful.Data;
using Leaderful.Rounds.Letters;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Rounds;

/// <summary>What somebody says of a round by one touch, from its page, from Today or from a letter.</summary>
public enum RoundReply { In, NotThisTime, NotForAMonth, NotUntilISaySo, Met, NotYet, NotMet }

public static class ReplyingToRound
{
    /// <summary>So long after its days it is still told whether two met.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(30);

    /// <summary>Which replies there are now, for somebody with this answer.</summary>
    public static bool Takes(this Round round, RoundAnswer? mine, RoundReply reply, DateTime now) => reply switch
    {
        RoundReply.In or RoundReply.NotForAMonth or RoundReply.NotUntilISaySo => round.IsJoined(now),
        RoundReply.NotThisTime => round.IsJoined(now) || (round.IsUnderWay(now) && mine?.InAt is not null),
        _ => mine?.Pair is not null && now < Day.End(round.MeetBy) + Told,
    };

    /// <summary>False where it is too late for that. There is no journal row: it is nobody else's to know.</summary>
    public static async Task<bool> ReplyToRound(this Unit unit, Id<Person> person, Id<Round> id, RoundReply reply)
    {
        if (await unit.HoldRound(id) is not { } round || !await unit.Db.PeopleAt(round.Place, round.OnId).AnyAsync(p => p.Id == person)) return false;
        var answer = await unit.Db.The<RoundAnswer>().AsTracking().SingleOrDefaultAsync(a => a.RoundId == id && a.PersonId == person);
        if (!round.Takes(answer, reply, unit.Now)) return false;
        if (answer is null) unit.Db.Add(answer = new RoundAnswer { RoundId = id, PersonId = person, CommunityId = round.CommunityId });
        await unit.Take(round, answer, reply);
        return true;
    }

    private static async Task Take(this Unit unit, Round round, RoundAnswer answer, RoundReply reply)
    {
        var (person, community) = (answer.PersonId, round.CommunityId);
        switch (reply)
        {
            case RoundReply.In:
                answer.Join(unit.Now);
                if (await unit.Db.RoundHabitOf(person, community) is not null) (await unit.HabitOf(person, community)).Join();
                break;
            case RoundReply.NotThisTime or RoundReply.NotForAMonth or RoundReply.NotUntilISaySo:
                if (answer.Pair is not null) unit.Enqueue(MendingRounds.KindOfWork, round.Id.Value, unit.Now + RoundTimes.Patience);
                answer.StayOut(unit.Now);
                if (reply != RoundReply.NotThisTime) await unit.RestFromRounds(person, community, reply == RoundReply.NotForAMonth ? unit.Now.AddMonths(1) : null);
                break;
            default:
                answer.Say(reply switch { RoundReply.Met => Met.Yes, RoundReply.NotYet => Met.NotYet, _ => Met.No }, unit.Now);
                if (await unit.Db.RoundHabitOf(person, community) is not null) (await unit.HabitOf(person, community)).Answer();
                break;
        }
    }
}
