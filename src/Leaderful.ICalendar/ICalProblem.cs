namespace Leaderful.ICalendar;

/// <summary>Something in a calendar that is not as the standard wants it, or that was left out. The rest is readable all the same.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Line">The line as an editor counts it, from 1; 0 where it is about no line.</param>
/// <param name="What">One sentence for a person, without anything of the input in it.</param>
public readonly record struct ICalProblem(ICalProblemKind Kind, int Line, string What);
