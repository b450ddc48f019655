using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>
/// Where new mails stand among the posts of a conversation that is here already. While it holds nothing but mail, everything
/// stands by time. Once people have spoken in it here, its numbers are theirs, and what comes later stands at the end.
/// </summary>
public static class Arranging
{
    /// <summary>Numbers for the mails that come; the conversation counts them already.</summary>
    internal static async Task<Arranged> Arrange(this Unit unit, HeldConversation held, IReadOnlyList<MailPlace> fresh)
    {
        var conversation = held.Conversation;
        if (held.First is { } first && IsAfter(conversation, first, fresh)) return conversation.Append(fresh);
        var standing = await unit.Standing(conversation.Id);
        return standing.Exists(s => s.Place is null) ? await unit.AppendTo(conversation, standing, fresh) : await unit.Sort(conversation, standing, fresh);
    }

    private static bool IsAfter(Conversation conversation, MailPlace first, IReadOnlyList<MailPlace> fresh) =>
        fresh.All(p => p.At > conversation.LastPostAt && p.Rank >= first.Rank);

    private static Arranged Append(this Conversation conversation, IReadOnlyList<MailPlace> fresh)
    {
        var numbers = new Dictionary<Id<MailEntry>, int>();
        foreach (var place in fresh.OrderBy(p => p.At).ThenBy(p => p.Entry.Value)) numbers[place.Entry] = ++conversation.PostCount;
        conversation.LastPostAt = fresh.Max(p => p.At);
        return new(numbers);
    }

    private static async Task<List<Stand>> Standing(this Unit unit, Id<Conversation> id)
    {
        var found = await (
            from p in unit.Db.The<Post>()
            from e in unit.Db.The<MailEntry>().Where(e => e.PostId == p.Id).DefaultIfEmpty()
            where p.ConversationId == id
            select new { p.Id, p.Number, Entry = (Id<MailEntry>?)e!.Id, e.At, Answers = (bool?)e.Answers, IsReply = (bool?)e.IsReply, e.Title }).ToListAsync();
        return [.. found.Select(f => new Stand(f.Id, f.Number, f.Entry is { } entry
            ? new MailPlace(entry, f.Id, f.At!.Value, MailOrder.RankOf(f.Answers == true, f.IsReply == true), f.Title!, f.Number)
            : null))];
    }

    private static async Task<Arranged> AppendTo(this Unit unit, Conversation conversation, List<Stand> standing, IReadOnlyList<MailPlace> fresh)
    {
        var last = standing.Max(s => s.Number);
        var coming = standing.Where(s => s.Number < 0).Select(s => s.Place!).Concat(fresh).OrderBy(p => p.At).ThenBy(p => p.Entry.Value).ToList();
        var numbers = coming.ToDictionary(p => p.Entry, _ => ++last);
        foreach (var moved in coming.Where(p => p.Number < 0)) await unit.Renumber(moved.Post, numbers[moved.Entry], ++conversation.Version, last: 0);
        conversation.PostCount = last;
        if (coming.Count > 0 && coming[^1].At > conversation.LastPostAt) conversation.LastPostAt = coming[^1].At;
        return new(numbers);
    }

    private static async Task<Arranged> Sort(this Unit unit, Conversation conversation, List<Stand> standing, IReadOnlyList<MailPlace> fresh)
    {
        var sorted = MailOrder.Sort(standing.Select(s => s.Place!).Concat(fresh));
        var numbers = sorted.Select((p, i) => (p.Entry, Number: i + 1)).ToDictionary(p => p.Entry, p => p.Number);
        await unit.Move(conversation, standing, numbers);
        (conversation.PostCount, conversation.LastPostAt) = (sorted.Count, sorted.Max(p => p.At));
        return new(numbers, conversation.Retitle(standing.Find(s => s.Number == 1)?.Place, sorted[0]));
    }

    private static async Task Move(this Unit unit, Conversation conversation, List<Stand> standing, Dictionary<Id<MailEntry>, int> numbers)
    {
        var moved = standing.Where(s => s.Number != numbers[s.Place!.Entry]).ToList();
        if (moved.Count == 0) return;
        await unit.MoveMarks(conversation.Id, standing, numbers);
        // A number may not stand twice even for a moment, so those that change step aside first.
        var (from, id) = (moved.Where(s => s.Number > 0).Select(s => s.Number).DefaultIfEmpty(int.MaxValue).Min(), conversation.Id);
        await unit.Db.The<Post>().Where(p => p.ConversationId == id && p.Number >= from).ExecuteUpdateAsync(p => p.SetProperty(x => x.Number, x => -x.Number));
        foreach (var stand in standing.Where(s => s.Number >= from || s.Number < 0).OrderBy(s => numbers[s.Place!.Entry]))
            await unit.Renumber(stand.Post, numbers[stand.Place!.Entry], ++conversation.Version, conversation.PostCount);
    }

    /// <summary>A live page finds its places by their numbers: those up to the last it had are replaced, those beyond are new to it.</summary>
    private static Task<int> Renumber(this Unit unit, Id<Post> post, int number, long version, int last) =>
        unit.Db.The<Post>().Where(p => p.Id == post).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Number, number).SetProperty(x => x.Version, version).SetProperty(x => x.Born, x => number > last ? version : x.Born));

    /// <summary>Whoever had read up to a post has still read up to that post.</summary>
    private static async Task MoveMarks(this Unit unit, Id<Conversation> id, List<Stand> standing, Dictionary<Id<MailEntry>, int> numbers)
    {
        var marks = await unit.Db.The<ReadMark>().AsTracking().Where(m => m.ConversationId == id).ToListAsync();
        foreach (var mark in marks)
            mark.UpTo = standing.Where(s => s.Number > 0 && s.Number <= mark.UpTo).Select(s => numbers[s.Place!.Entry]).DefaultIfEmpty(mark.UpTo).Max();
    }

    /// <summary>Another mail turned out to be the beginning: the conversation is called after it, unless somebody gave it a name.</summary>
    private static Id<Post>? Retitle(this Conversation conversation, MailPlace? was, MailPlace first)
    {
        if (was is null || was.Entry == first.Entry) return null;
        if (conversation.Title == was.Title) conversation.Title = first.Title;
        return first.Post;
    }

    /// <summary>Who began a conversation, and when, is who wrote its first mail.</summary>
    internal static async Task Rebegin(this Unit unit, Id<Conversation> conversation, Id<Post> first)
    {
        var (thing, post) = (conversation.As<Thing>(), first.As<Thing>());
        unit.Reindex(thing);
        var begun = await unit.Db.The<Thing>().Where(t => t.Id == post).Select(t => new { t.AuthorId, t.CreatedAt }).SingleAsync();
        await unit.Db.The<Thing>().Where(t => t.Id == thing)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.AuthorId, begun.AuthorId).SetProperty(x => x.CreatedAt, begun.CreatedAt));
    }

    private sealed record Stand(Id<Post> Post, int Number, MailPlace? Place);
}

/// <summary>The numbers given, and the post the conversation now begins with, where that is another one.</summary>
internal sealed record Arranged(Dictionary<Id<MailEntry>, int> Numbers, Id<Post>? NewFirst = null);
