namespace Leaderful.Yjs;

/// <summary>Structs of one client without a gap, on their way into the document.</summary>
internal sealed class IncomingRun(List<Struct> structs)
{
    int next;

    public Struct? Current => next < structs.Count ? structs[next] : null;

    public long Clock => structs[next].Clock;

    public long End => structs[^1].End;

    public IEnumerable<Struct> Left => structs.Skip(next);

    public void MoveNext() => next++;
}
