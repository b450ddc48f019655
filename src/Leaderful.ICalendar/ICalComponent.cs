namespace Leaderful.ICalendar;

/// <summary>A component such as VCALENDAR or VEVENT (RFC 5545, 3.6): a name, properties, and components within it. Immutable; safe to share between threads.</summary>
public sealed class ICalComponent
{
    /// <summary>Levels that a component can have, itself included. Calendars have three.</summary>
    public const int MostDepth = 32;

    /// <summary>A component of its parts.</summary>
    /// <param name="name">Letters, digits and hyphens; kept in upper case.</param>
    /// <param name="properties">Its properties, in their order.</param>
    /// <param name="children">The components within it, in their order.</param>
    /// <exception cref="ArgumentException">The name is none, or there would be more than <see cref="MostDepth"/> levels.</exception>
    public ICalComponent(string name, IEnumerable<ICalProperty> properties, IEnumerable<ICalComponent>? children = null)
    {
        Name = ICalName.Checked(name, nameof(name));
        Properties = [.. properties];
        Children = [.. children ?? []];
        Depth = Children.Count == 0 ? 1 : 1 + Children.Max(child => child.Depth);
        if (Depth > MostDepth) throw new ArgumentException($"There are more than {MostDepth} levels of components.", nameof(children));
    }

    /// <summary>The name, in upper case.</summary>
    public string Name { get; }

    /// <summary>The properties, in their order.</summary>
    public IReadOnlyList<ICalProperty> Properties { get; }

    /// <summary>The components within it, in their order.</summary>
    public IReadOnlyList<ICalComponent> Children { get; }

    internal int Depth { get; }

    /// <summary>The first property of a name (whatever its case), or null.</summary>
    public ICalProperty? Property(string name) => All(name).FirstOrDefault();

    /// <summary>All properties of a name (whatever its case), in their order.</summary>
    public IEnumerable<ICalProperty> All(string name) => Properties.Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The components of a name (whatever its case) right below this one.</summary>
    public IEnumerable<ICalComponent> Within(string name) => Children.Where(child => child.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
