using Leaderful.Data;

namespace Leaderful.Conversations;

/// <summary>What is this reader's own, said beside the posts instead of in them: their tools, their ring, what is new and what was valuable to them.</summary>
public static class OwnMarks
{
    public static string Of(Id<Actor> me, int newFrom, IReadOnlyList<int> valuable, IEnumerable<Id<Actor>> aside, string folded)
    {
        var own = $$"""[data-author="{{me}}"] .post-foot .own{display:inline-flex}[data-author="{{me}}"] .post-foot .value{display:none}[data-author="{{me}}"]:not(.taken-down) .who::before{border:2.5px solid var(--dye-thread)}""";
        if (newFrom > 0) own += "#new ~ li::before{border-color:var(--dye-thread);border-inline-start-width:2px;inset-inline-start:calc(1.25rem - 1px)}";
        foreach (var number in valuable) own += FormattableString.Invariant($"#p{number} .value{{display:none}}#p{number} .valued{{display:inline-flex}}");
        foreach (var other in aside) own += Aside($"[data-author=\"{other}\"]:not(:target)", folded);
        return own;
    }

    /// <summary>Folded for this reader alone. A post's time leads to it, and what is led to stands open.</summary>
    private static string Aside(string post, string folded) =>
        $"{post} .read,{post} .files,{post} .care{{display:none}}{post} .post-head::after{{content:\"{Quoted(folded)}\";flex-basis:100%;font-style:italic;color:var(--ink-2)}}";

    /// <summary>Words within a rule: whatever is not a plain letter is written as its number.</summary>
    private static string Quoted(string words) => string.Concat(words.EnumerateRunes().Select(r =>
        r.IsAscii && (char.IsAsciiLetterOrDigit((char)r.Value) || r.Value == ' ') ? r.ToString() : FormattableString.Invariant($"\\{r.Value:x} ")));
}
