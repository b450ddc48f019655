namespace Leaderful.ICalendar;

/// <summary>A property, which is one content line (RFC 5545, 3.1): a name, parameters, and a value as it is written. Immutable.</summary>
public sealed class ICalProperty
{
    /// <summary>A property of its parts.</summary>
    /// <param name="name">Letters, digits and hyphens; kept in upper case.</param>
    /// <param name="value">The value as it stands on the line; what is text goes through <see cref="ICalText.Escape"/> first, or use <see cref="OfText"/>.</param>
    /// <param name="parameters">Its parameters, in their order.</param>
    /// <exception cref="ArgumentException">The name is none, or the value holds a line break or another control character, by which a line could be forged.</exception>
    public ICalProperty(string name, string value, IEnumerable<ICalParameter>? parameters = null)
    {
        Name = ICalName.Checked(name, nameof(name));
        if (value.AsSpan().IndexOfAny(ICalName.Controls) >= 0) throw new ArgumentException("The value holds a control character.", nameof(value));
        Value = value;
        Parameters = [.. parameters ?? []];
    }

    /// <summary>The name, in upper case.</summary>
    public string Name { get; }

    /// <summary>The value as it stands on the line, unfolded and not unescaped.</summary>
    public string Value { get; }

    /// <summary>The parameters, in their order.</summary>
    public IReadOnlyList<ICalParameter> Parameters { get; }

    /// <summary>The value as text: unescaped, with <c>\n</c> for line breaks (RFC 5545, 3.3.11).</summary>
    public string Text => ICalText.Unescape(Value);

    /// <summary>The first value of a parameter (whatever its case), or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return parameter.Values[0];
        }
        return null;
    }

    /// <summary>A property whose value is text (RFC 5545, 3.3.11), escaped here.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static ICalProperty OfText(string name, string text, params IEnumerable<ICalParameter> parameters) => new(name, ICalText.Escape(text), parameters);
}
