using Leaderful.Commitments;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>Reads what one of the two wrote of what both share.</summary>
internal static class SharedForm
{
    public static readonly IReadOnlyList<WhatPassed> Kinds = [.. Enum.GetValues<WhatPassed>().Where(p => p != WhatPassed.None)];

    public static SharedWords? Read(Form form, Words words, DateTime now)
    {
        var passed = form.All("passed").Select(p => Enum.TryParse<WhatPassed>(p, out var one) ? one : WhatPassed.None).Aggregate(WhatPassed.None, (all, one) => all | one) & (WhatPassed)31;
        var read = new SharedWords(passed, form.Text("passed-words", SharedPart.LongestPassed, words["between.wrong.passed-long"]),
            Line(form, words, "planner-does"), Day(form, words, "planner-by", now), Line(form, words, "other-does"), Day(form, words, "other-by", now),
            Line(form, words, "referral"), Line(form, words, "brings"));
        return form.IsRight ? read : null;
    }

    public static Form Of(SharedPart part) => Form.With((Editions.Field, Editions.Text(part.Edition)), ("passed", string.Join(',', Kinds.Where(k => part.Passed.HasFlag(k)))), ("passed-words", part.PassedWords),
        ("planner-does", part.PlannerDoes), ("planner-by", Written(part.PlannerBy)), ("other-does", part.OtherDoes), ("other-by", Written(part.OtherBy)), ("referral", part.Referral), ("brings", part.Brings));

    /// <summary>Whether it is ticked, in a form that was typed or in one that shows what is so.</summary>
    public static bool IsTicked(Form form, WhatPassed kind) => form.All("passed") is { Count: > 0 } typed ? typed.Contains(kind.ToString()) : form["passed"].Split(',').Contains(kind.ToString());

    private static string Line(Form form, Words words, string name) => form.Line(name, SharedPart.LongestLine, words["between.wrong.line-long"]);

    private static DateOnly? Day(Form form, Words words, string name, DateTime now)
    {
        if (form[name].Length == 0) return null;
        if (DayWords.Read(form[name]) is not { } day || day.Year > now.Year + 100) form.Refuse(name, words["commitments.wrong.day"]);
        else if (Commitments.Day.IsOver(day, now)) form.Refuse(name, words["commitments.wrong.day-past"]);
        else return day;
        return null;
    }

    private static string Written(DateOnly? day) => day is { } d ? DayWords.Written(d) : "";
}
