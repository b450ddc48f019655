namespace Leaderful.Mime;

/// <summary>Collects problems up to a limit, so that a hostile message cannot fill memory with complaints.</summary>
internal sealed class ProblemList(int limit)
{
    readonly List<MailProblem> problems = [];

    public IReadOnlyList<MailProblem> Items => problems;

    public void Add(MailProblemKind kind, string where, string what)
    {
        if (problems.Count < limit) problems.Add(new MailProblem(kind, where, what));
    }
}
