using System.Collections;

namespace Leaderful.Mime;

/// <summary>The header fields of a message or part, in their order. Names are compared without regard to case.</summary>
public sealed class MailHeaders : IReadOnlyList<MailHeader>
{
    readonly IReadOnlyList<MailHeader> fields;

    internal MailHeaders(IReadOnlyList<MailHeader> fields) => this.fields = fields;

    /// <summary>The number of fields.</summary>
    public int Count => fields.Count;

    /// <summary>The field at a position, from 0.</summary>
    public MailHeader this[int index] => fields[index];

    /// <summary>The decoded text of the first field of that name, or null.</summary>
    public string? this[string name] => Find(name)?.Text;

    /// <summary>The first field of that name, or null.</summary>
    public MailHeader? Find(string name)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)) return field;
        }
        return null;
    }

    /// <summary>Every field of that name, in order.</summary>
    public IEnumerable<MailHeader> All(string name) =>
        fields.Where(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public IEnumerator<MailHeader> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
