using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Prompts;

/// <summary>How a community would have a set asked.</summary>
public sealed record PromptWish(string Language, IReadOnlyList<PromptWords> Prompts);

public sealed record PromptWords(string Key, string Text, string Hint);

/// <summary>What became of it: kept as the next version, nothing differed, or somebody else wrote meanwhile.</summary>
public enum Reworded { Kept, Same, Overtaken }

public static class Rewording
{
    /// <summary>The next version, unless another is asked now than the writer saw.</summary>
    public static async Task<Reworded> RewordPrompts(this Unit unit, Id<Community> community, Id<Actor> by, HouseSet set, PromptWish wish, Id<PromptSet>? seen)
    {
        await unit.Hold(community);
        var latest = await unit.Db.LatestSet(community, set.Key);
        var current = latest is { RetiredAt: null } ? latest : null;
        if (current?.Id != seen) return Reworded.Overtaken;
        if (current is not null && current.Language == wish.Language && (await unit.Db.WrittenPrompts(current.Id)).Select(p => new PromptWords(p.Key, p.Text, p.Hint)).SequenceEqual(wish.Prompts)) return Reworded.Same;
        await unit.Write(community, by, set, wish, latest, latest is null ? [] : [latest.Id]);
        return Reworded.Kept;
    }

    /// <summary>An earlier version is asked again, as the next. What was translated since, of what reads the same, goes along.</summary>
    public static async Task<bool> BringBackPrompts(this Unit unit, Id<Community> community, Id<Actor> by, HouseSet set, int number, Id<PromptSet>? seen)
    {
        await unit.Hold(community);
        var latest = await unit.Db.LatestSet(community, set.Key);
        var earlier = await unit.Db.The<PromptSet>().SingleOrDefaultAsync(s => s.CommunityId == community && s.Key == set.Key && s.Number == number);
        if (latest is null || earlier is null || IsOther(latest, seen) || (earlier.Id == latest.Id && latest.RetiredAt is null)) return false;
        var prompts = (await unit.Db.WrittenPrompts(earlier.Id)).ConvertAll(p => new PromptWords(p.Key, p.Text, p.Hint));
        await unit.Write(community, by, set, new PromptWish(earlier.Language, prompts), latest, [latest.Id, earlier.Id]);
        return true;
    }

    /// <summary>The house's own words are asked again; the community's stay, to be brought back.</summary>
    public static async Task<bool> RetirePrompts(this Unit unit, Id<Community> community, Id<Actor> by, HouseSet set, Id<PromptSet>? seen)
    {
        await unit.Hold(community);
        if (await unit.Tracked(community, set) is not { RetiredAt: null } latest || IsOther(latest, seen)) return false;
        latest.Retire(by, unit.Now);
        unit.Journal(by, "prompts.retired", latest.Id.Value, community, inverse: "prompts.restored");
        return true;
    }

    public static async Task<bool> RestorePrompts(this Unit unit, Id<Community> community, Id<Actor> by, HouseSet set)
    {
        await unit.Hold(community);
        if (await unit.Tracked(community, set) is not { RetiredAt: not null } latest) return false;
        latest.Restore();
        unit.Journal(by, "prompts.restored", latest.Id.Value, community, inverse: "prompts.retired");
        return true;
    }

    private static async Task Write(this Unit unit, Id<Community> community, Id<Actor> by, HouseSet set, PromptWish wish, PromptSet? latest, List<Id<PromptSet>> sources)
    {
        var next = new PromptSet
        {
            Id = Id<PromptSet>.New(), CommunityId = community, Key = set.Key, Number = (latest?.Number ?? 0) + 1, Language = wish.Language, WrittenById = by, WrittenAt = unit.Now,
        };
        var prompts = wish.Prompts.Select((p, at) => new Prompt { SetId = next.Id, CommunityId = community, Key = p.Key, Position = at, Kind = set.KindOf(p.Key), Text = p.Text, Hint = p.Hint }).ToList();
        unit.Db.Add(next);
        unit.Db.AddRange(prompts);
        await unit.CarryTranslations(next, prompts, sources);
        unit.Journal(by, "prompts.written", next.Id.Value, community);
    }

    /// <summary>Taking back is of what one saw; where somebody wrote since, it is no longer that.</summary>
    private static bool IsOther(PromptSet latest, Id<PromptSet>? seen) => seen is { } id && id != latest.Id;

    private static Task<PromptSet?> Tracked(this Unit unit, Id<Community> community, HouseSet set) =>
        unit.Db.The<PromptSet>().AsTracking().Where(s => s.CommunityId == community && s.Key == set.Key).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
}
