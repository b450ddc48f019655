namespace Leaderful.ICalendar;

/// <summary>Collects problems up to a limit, so that a hostile calendar cannot fill memory with complaints.</summary>
internal sealed class ProblemList(int limit)
{
    readonly List<ICalProblem> problems = [];

    public IReadOnlyList<ICalProblem> Items => problems;

    public void Add(ICalProblemKind kind, int line, string what)
    {
        if (problems.Count < limit) problems.Add(new ICalProblem(kind, line, what));
    }
}
