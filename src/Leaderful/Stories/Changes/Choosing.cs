using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Changes;

/// <summary>Collecting stories, and choosing among them in rounds.</summary>
public static class Choosing
{
    public static async Task<Id<SignificantChange>> CallChange(this Unit unit, Id<Actor> by, Id<Community> community, Id<Scope> rung, string question, string period)
    {
        var id = Id<SignificantChange>.New();
        unit.Db.Add(new Thing { Id = id.As<Thing>(), Kind = ThingKind.SignificantChange, CommunityId = community, ScopeId = rung, AuthorId = by, CreatedAt = unit.Now });
        unit.Db.Add(new SignificantChange { Id = id, CommunityId = community, Question = question, Period = period });
        unit.Journal(by, "change.called", id.Value, community, inverse: "change.taken-down");
        await unit.Db.SaveChangesAsync();
        return id;
    }

    /// <summary>While stories are collected; false where that is over or it is there already.</summary>
    public static async Task<bool> PutIn(this Unit unit, Id<Actor> by, Id<SignificantChange> id, Id<Story> story)
    {
        if (await unit.HoldChange(id) is not { Round: 0, ClosedAt: null } change || await unit.Db.The<ChangeStory>().AnyAsync(s => s.ChangeId == id && s.StoryId == story)) return false;
        unit.Db.Add(new ChangeStory { ChangeId = id, StoryId = story, CommunityId = change.CommunityId, At = unit.Now });
        unit.Journal(by, "change.put-in", id.Value, change.CommunityId, inverse: "change.taken-out");
        return true;
    }

    public static async Task<bool> TakeOut(this Unit unit, Id<Actor> by, Id<SignificantChange> id, Id<Story> story)
    {
        if (await unit.HoldChange(id) is not { Round: 0, ClosedAt: null } change) return false;
        unit.Journal(by, "change.taken-out", id.Value, change.CommunityId, inverse: "change.put-in");
        return await unit.Db.The<ChangeStory>().Where(s => s.ChangeId == id && s.StoryId == story).ExecuteDeleteAsync() > 0;
    }

    /// <summary>In the round the writer saw; one word of theirs, which a later one takes the place of.</summary>
    public static async Task<bool> Choose(this Unit unit, Id<Actor> by, Id<SignificantChange> id, int round, Id<Story> story, string group, string why)
    {
        if (await unit.HoldChange(id) is not { ClosedAt: null, Round: > 0 } change || change.Round != round || !await unit.Db.IsInRound(id, round, story)) return false;
        var choice = await unit.Db.The<ChangeChoice>().AsTracking().SingleOrDefaultAsync(c => c.ChangeId == id && c.Round == round && c.ById == by);
        if (choice is null) unit.Db.Add(choice = new ChangeChoice { ChangeId = id, Round = round, ById = by, CommunityId = change.CommunityId });
        choice.Choose(story, group, why, unit.Now);
        unit.Journal(by, "change.chosen", id.Value, change.CommunityId);
        return true;
    }

    /// <summary>On to the next round, from the one that was seen, where there is something to choose among.</summary>
    public static Task<bool> BeginRound(this Unit unit, Id<Actor> by, Id<SignificantChange> id, int seen) => unit.Lead(by, id, "round-begun", async change =>
    {
        if (change.Round != seen || change.ClosedAt is not null || !await unit.Db.The<ChangeStory>().AnyAsync(s => s.ChangeId == id)
            || (seen > 0 && !await unit.Db.The<ChangeChoice>().AnyAsync(c => c.ChangeId == id && c.Round == seen))) return false;
        change.Round++;
        return true;
    });

    /// <summary>As it was before; what was chosen meanwhile is kept and counts again when the round comes.</summary>
    public static Task<bool> EndRound(this Unit unit, Id<Actor> by, Id<SignificantChange> id) => unit.Lead(by, id, "round-ended", change =>
    {
        if (change.Round == 0 || change.ClosedAt is not null) return Task.FromResult(false);
        change.Round--;
        return Task.FromResult(true);
    });

    public static Task<bool> CloseChange(this Unit unit, Id<Actor> by, Id<SignificantChange> id) => unit.Lead(by, id, "closed", change =>
    {
        change.Close(by, unit.Now);
        return Task.FromResult(true);
    });

    public static Task<bool> ReopenChange(this Unit unit, Id<Actor> by, Id<SignificantChange> id) => unit.Lead(by, id, "reopened", change =>
    {
        change.Reopen();
        return Task.FromResult(true);
    });

    public static async Task TakeDownChange(this Unit unit, Id<Actor> by, Id<SignificantChange> id)
    {
        if (await unit.PutInBin(by, id.As<Thing>(), ChangePurging.KindOfWork) is not { } thing) return;
        unit.Journal(by, "change.taken-down", id.Value, thing.CommunityId, inverse: "change.put-back");
    }

    /// <summary>False where the thirty days are over.</summary>
    public static async Task<bool> PutBackChange(this Unit unit, Id<Actor> by, Id<SignificantChange> id)
    {
        if (await unit.TakeFromBin(id.As<Thing>()) is not { } thing) return false;
        unit.Journal(by, "change.put-back", id.Value, thing.CommunityId, inverse: "change.taken-down");
        return true;
    }

    /// <summary>In the first all that were put in; then what somebody chose in the one before.</summary>
    internal static Task<bool> IsInRound(this Db db, Id<SignificantChange> id, int round, Id<Story> story) => round <= 1
        ? db.The<ChangeStory>().AnyAsync(s => s.ChangeId == id && s.StoryId == story) : db.The<ChangeChoice>().AnyAsync(c => c.ChangeId == id && c.Round == round - 1 && c.StoryId == story);

    private static async Task<bool> Lead(this Unit unit, Id<Actor> by, Id<SignificantChange> id, string verb, Func<SignificantChange, Task<bool>> how)
    {
        if (await unit.HoldChange(id) is not { } change || !await how(change)) return false;
        unit.Journal(by, $"change.{verb}", id.Value, change.CommunityId);
        return true;
    }

    private static async Task<SignificantChange?> HoldChange(this Unit unit, Id<SignificantChange> id)
    {
        var found = unit.Db.The<SignificantChange>().Where(c => c.Id == id);
        await found.ExecuteUpdateAsync(c => c.SetProperty(x => x.Round, x => x.Round));
        return await found.AsTracking().SingleOrDefaultAsync();
    }
}
