using Leaderful.Data;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Prompts;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Debriefs;

/// <summary>What came of sending an answer.</summary>
public enum Answered { Kept, Overtaken, NotAsked }

/// <summary>An answer as it was sent, and the version it was written over; one without is somebody who means it.</summary>
public sealed record AnswerSent(string Key, string Text, string? Choice = null, int? Seen = null);

/// <summary>Sponsors and facilitators talk it over.</summary>
public static class Debriefing
{
    /// <summary>With the questions as they are asked at that moment; of two who begin it at once it is begun once.</summary>
    public static async Task<bool> BeginDebrief(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        var debrief = id.As<DebriefConversation>();
        if (await unit.HoldFrame(id) is not { Stage: >= Stage.Closed } space || await unit.Db.The<DebriefConversation>().AnyAsync(d => d.Id == debrief)) return false;
        var set = await unit.Db.CurrentSet(space.CommunityId, HousePrompts.Debrief);
        unit.Db.Add(new DebriefConversation { Id = debrief, CommunityId = space.CommunityId, SetId = set?.Id, BegunById = by, BegunAt = unit.Now });
        unit.Journal(by, "debrief.begun", id.Value, space.CommunityId, inverse: "debrief.unbegun");
        return true;
    }

    /// <summary>As though it had not been begun; only while nothing is written.</summary>
    public static async Task<bool> UnbeginDebrief(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldDebrief(id) is not { } debrief || await unit.Db.The<DebriefAnswer>().AnyAsync(a => a.DebriefId == debrief.Id)) return false;
        unit.Db.Remove(debrief);
        unit.Journal(by, "debrief.unbegun", id.Value, debrief.CommunityId);
        return true;
    }

    /// <summary>What is not asked on the way they are on is not taken; whoever wrote over what they had not seen is told.</summary>
    public static async Task<Answered> AnswerDebrief(this Unit unit, Id<Actor> by, Id<Space> id, AnswerSent sent)
    {
        if (await unit.HoldDebrief(id) is not { } debrief) return Answered.NotAsked;
        var answers = await unit.Db.The<DebriefAnswer>().AsTracking().Where(a => a.DebriefId == debrief.Id).ToListAsync();
        if (!DebriefWay.Asked(DebriefWay.ChoiceIn(answers)).Contains(sent.Key)) return Answered.NotAsked;
        var answer = answers.Find(a => a.Key == sent.Key);
        if ((answer?.Text ?? "") == sent.Text && answer?.Choice == sent.Choice) return Answered.Kept;
        if (sent.Seen is { } edition && edition != (answer?.Edition ?? 0)) return Answered.Overtaken;
        if (answer is null) unit.Db.Add(answer = new DebriefAnswer { Id = Id<DebriefAnswer>.New(), DebriefId = debrief.Id, CommunityId = debrief.CommunityId, Key = sent.Key });
        answer.Write(sent.Text, sent.Choice, by, unit.Now);
        unit.Journal(by, "debrief.answered", id.Value, debrief.CommunityId);
        return Answered.Kept;
    }

    public static async Task<bool> ReleaseDebrief(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldDebrief(id) is not { ReleasedAt: null } debrief) return false;
        debrief.Release(by, unit.Now);
        unit.Journal(by, "debrief.released", id.Value, debrief.CommunityId, inverse: "debrief.taken-back");
        return true;
    }

    public static async Task<bool> TakeBackDebrief(this Unit unit, Id<Actor> by, Id<Space> id)
    {
        if (await unit.HoldDebrief(id) is not { ReleasedAt: not null } debrief) return false;
        debrief.TakeBack();
        unit.Journal(by, "debrief.taken-back", id.Value, debrief.CommunityId, inverse: "debrief.released");
        return true;
    }

    /// <summary>The debrief, held with its space until the commit.</summary>
    private static async Task<DebriefConversation?> HoldDebrief(this Unit unit, Id<Space> id) => await unit.HoldFrame(id) is null ? null
        : await unit.Db.The<DebriefConversation>().AsTracking().SingleOrDefaultAsync(d => d.Id == id.As<DebriefConversation>());
}
