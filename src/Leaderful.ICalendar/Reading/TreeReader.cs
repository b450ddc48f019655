using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Puts lines together to components (RFC 5545, 3.4 and 3.6), and over what does not close as it opened.</summary>
internal sealed class TreeReader(ICalLimits limits)
{
    sealed record Open(string Name, List<ICalProperty> Properties, List<ICalComponent> Children);

    readonly ProblemList problems = new(limits.MaxProblems);
    readonly Stack<Open> open = [];
    readonly List<ICalComponent> top = [];
    readonly int deepest = Math.Min(limits.MaxDepth, ICalComponent.MostDepth);
    int components, properties, skipped;

    public void LeaveOut(int number, string what) => problems.Add(ICalProblemKind.Limit, number, what);

    public void Take(ReadOnlySpan<byte> bytes, int number)
    {
        var line = Clean(Encoding.UTF8.GetString(bytes), number);
        if (new ContentLine(line, limits.MaxParameters).Read(out var problem) is not { } property) problems.Add(ICalProblemKind.Line, number, problem);
        else if (property.Name == "BEGIN") Begin(property.Value.Trim(), number);
        else if (property.Name == "END") End(property.Value.Trim(), number);
        else if (skipped == 0) Keep(property, number);
    }

    /// <summary>What was read, with what is still open closed.</summary>
    public ICalDocument End(int number)
    {
        if (open.Count > 0 || skipped > 0) problems.Add(ICalProblemKind.Structure, number, "A component is not closed.");
        while (open.Count > 0) Close();
        return new ICalDocument(top, problems.Items);
    }

    string Clean(string line, int number)
    {
        if (line.Contains('\uFFFD', StringComparison.Ordinal)) problems.Add(ICalProblemKind.Encoding, number, "The line holds characters that cannot be read.");
        var at = line.AsSpan().IndexOfAny(ICalName.Controls);
        if (at < 0) return line;
        problems.Add(ICalProblemKind.Encoding, number, "The line holds control characters.");
        return string.Create(line.Length, line, (clean, from) =>
        {
            from.CopyTo(clean);
            clean.ReplaceAny(ICalName.Controls, '\uFFFD');
        });
    }

    void Begin(string name, int number)
    {
        if (skipped == 0 && ICalName.IsName(name) && open.Count < deepest && components < limits.MaxComponents)
        {
            components++;
            open.Push(new Open(name.ToUpperInvariant(), [], []));
            return;
        }
        // What is left out is left out with all that is in it; only how deep it goes is counted.
        if (skipped++ > 0) return;
        if (ICalName.IsName(name)) problems.Add(ICalProblemKind.Limit, number, "There are too many components, or too deep ones; this one was left out.");
        else problems.Add(ICalProblemKind.Structure, number, "A component begins without a name; it was left out.");
    }

    void End(string name, int number)
    {
        if (skipped > 0) skipped--;
        else if (open.Any(component => component.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            while (!open.Peek().Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(ICalProblemKind.Structure, number, "A component ends before one within it.");
                Close();
            }
            Close();
        }
        else
        {
            problems.Add(ICalProblemKind.Structure, number, "A component ends that did not begin.");
        }
    }

    void Close()
    {
        var (name, own, children) = open.Pop();
        (open.Count > 0 ? open.Peek().Children : top).Add(new ICalComponent(name, own, children));
    }

    void Keep(ICalProperty property, int number)
    {
        if (open.Count == 0) problems.Add(ICalProblemKind.Structure, number, "A property stands outside of all components; it was left out.");
        else if (properties >= limits.MaxProperties) problems.Add(ICalProblemKind.Limit, number, "There are too many properties; the rest was left out.");
        else
        {
            properties++;
            open.Peek().Properties.Add(property);
        }
    }
}
