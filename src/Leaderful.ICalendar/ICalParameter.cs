namespace Leaderful.ICalendar;

/// <summary>A parameter of a property (RFC 5545, 3.2), with its values as they are meant: without quotes, and with what RFC 6868 writes as ^n, ^^ and ^'. Immutable.</summary>
public sealed class ICalParameter
{
    /// <summary>A parameter of its parts.</summary>
    /// <param name="name">Letters, digits and hyphens; kept in upper case.</param>
    /// <param name="values">One value or more. Any text will do: quotes and line breaks are written as RFC 6868 has it, other control characters as spaces.</param>
    /// <exception cref="ArgumentException">The name is none, or there is no value.</exception>
    public ICalParameter(string name, params IEnumerable<string> values)
    {
        Name = ICalName.Checked(name, nameof(name));
        Values = [.. values];
        if (Values.Count == 0) throw new ArgumentException("A parameter has a value.", nameof(values));
    }

    /// <summary>The name, in upper case.</summary>
    public string Name { get; }

    /// <summary>The values, at least one.</summary>
    public IReadOnlyList<string> Values { get; }
}
