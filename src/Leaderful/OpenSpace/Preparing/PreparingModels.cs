using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.OpenSpace.Convergence;
using Leaderful.OpenSpace.Reviews;
using Leaderful.Prompts;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Preparing;

/// <summary>Somebody who holds a part.</summary>
public sealed record PartHolder(SpacePart Part, Id<Actor> ActorId, Id<Accounts.Person>? PersonId, string Name);

/// <summary>What is being prepared, as far as the reader has to do with it.</summary>
public sealed record PreparingModel(SpaceHead Head, IReadOnlyList<PartHolder> Holders, Form Form)
{
    public DateTime? Since { get; init; }
    public int Givens { get; init; }
    public int GivensAsked { get; init; }
    public int Pledges { get; init; }
    public int Answered { get; init; }
    public int Ticked { get; init; }
    public Review? Review { get; init; }
    public IReadOnlyList<ListedPledge> Waiting { get; init; } = [];

    /// <summary>Actions that nobody has taken on.</summary>
    public IReadOnlyList<UntakenAction> Untaken { get; init; } = [];

    public bool MayHold { get; init; }
    public bool MayPrepare { get; init; }
    public bool MayCopy { get; init; }
    public bool MayHost { get; init; }
}

public sealed record PartsModel(SpaceHead Head, IReadOnlyList<PartHolder> Holders, Form Form, IReadOnlyList<string> Names, IReadOnlyList<Member> Namesakes)
{
    /// <summary>The sponsors' talk has begun.</summary>
    public bool HasTalk { get; init; }

    public int Facilitators => Holders.Count(h => h.Part == SpacePart.Facilitator);
}

/// <summary>An answer with whoever wrote it last.</summary>
public sealed record WrittenAnswer(PreparingAnswer It, string By);

/// <summary>The questions of the preparation; where one was sent and could not be kept, its key and what was typed.</summary>
public sealed record QuestionsTogether(SpaceHead Head, AskedSet Asked, IReadOnlyList<WrittenAnswer> Answers, Form Form, string? Sent)
{
    /// <summary>What was answered and is not asked any more, under the question as it was asked.</summary>
    public IReadOnlyList<(AskedPrompt Prompt, WrittenAnswer Answer)> Former { get; init; } = [];

    public WrittenAnswer? AnswerTo(string key) => Answers.FirstOrDefault(a => a.It.Key == key);
}

public sealed record ChecklistModel(SpaceHead Head, AskedSet Asked, IReadOnlyDictionary<string, (ChecklistTick Tick, string By)> Ticks);

/// <summary>What holds for everybody in the room: the principles, what is given, how free groups are, what is promised.</summary>
public sealed record GivensModel(SpaceHead Head, IReadOnlyList<LookedAt> Givens, Leeway? Leeway, IReadOnlyList<ListedPledge> Pledges, DateTime Now, bool MayPrepare);

public sealed record GivenModel(SpaceHead Head, Given? Given, Form Form)
{
    /// <summary>Somebody else changed it since it was opened: both are shown.</summary>
    public bool IsOvertaken { get; init; }
}

public sealed record LeewayModel(SpaceHead Head, Leeway? Leeway, string By, Form Form);

public sealed record PledgeModel(SpaceHead Head, Form Form, IReadOnlyList<string> Names, IReadOnlyList<Member> Namesakes);

/// <summary>What is copied, and what is still open from it and could come along.</summary>
public sealed record CopyModel(SpaceHead Head, Form Form, IReadOnlyList<ReviewItem> Open);
