using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Stories.Moments;

/// <summary>A moment as its owner finds it: where it would stand, who would read it, what happened with it, and what they can say.</summary>
public sealed record MomentModel(ListedMoment One, string Title, Form Form, string Address)
{
    public required IReadOnlyList<ListedStep> Steps { get; init; }
    public required IReadOnlyDictionary<Id<Scope>, string> Readers { get; init; }
    public required bool MayReturn { get; init; }

    /// <summary>Where the story is, for an owner who reads it.</summary>
    public string? Path { get; init; }

    public static async Task<MomentModel> Of(Db db, Words words, ListedMoment one, string address, DateTime now, Form? form = null)
    {
        var steps = (await db.StepsOf([one.It.Id]))[one.It.Id].ToList();
        form ??= Form.With(("words", one.It.Words));
        // What they answer is for those of whom they read just now.
        form.Put("for", one.It.AskedFor.ToString());
        return new(one, await db.TitleOf(one.It.StoryId), form, address)
        {
            Steps = steps, Readers = await db.ReadersOn([one.It.AskedFor, .. steps.Select(s => s.It.ScopeId).OfType<Id<Scope>>()], words),
            MayReturn = one.It.Ending is MomentEnding.Declined or MomentEnding.Withdrawn && one.It.MayReturn(now),
        };
    }
}
