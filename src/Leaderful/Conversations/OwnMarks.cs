using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>What is this reader's own, said beside the posts instead of in them: their tools, their ring, what is new and what was valuable to them.</summary>
public static class OwnMarks
{
    public static string Of(Id<Actor> me, int newFrom, IReadOnlyList<int> valuable)
    {
        var own = $$"""[data-author="{{me}}"] .post-foot .own{display:inline-flex}[data-author="{{me}}"] .post-foot .value{display:none}[data-author="{{me}}"]:not(.taken-down) .who::before{border:2.5px solid var(--dye-thread)}""";
        if (newFrom > 0) own += "#new ~ li::before{border-color:var(--dye-thread);border-inline-start-width:2px;inset-inline-start:calc(1.25rem - 1px)}";
        foreach (var number in valuable) own += FormattableString.Invariant($"#p{number} .value{{display:none}}#p{number} .valued{{display:inline-flex}}");
        return own;
    }
}
