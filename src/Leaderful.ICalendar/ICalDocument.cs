namespace Leaderful.ICalendar;

/// <summary>What was read of some bytes: the components at the top, mostly one VCALENDAR, and what was wrong with them.</summary>
/// <param name="Components">The components at the top, in their order.</param>
/// <param name="Problems">What was wrong or left out, at most <see cref="ICalLimits.MaxProblems"/>.</param>
public sealed record ICalDocument(IReadOnlyList<ICalComponent> Components, IReadOnlyList<ICalProblem> Problems);
