namespace Leaderful.Mime;

/// <summary>A mailbox of an address field (RFC 5322, 3.4).</summary>
/// <param name="Name">The display name, or null. Decoded; holds no line break.</param>
/// <param name="Address">The address as written, such as <c>ada@example.org</c>: no comments, no blanks, no route. Empty if only a name was given.</param>
/// <param name="Group">The name of the group the mailbox was listed in, or null.</param>
public sealed record MailAddress(string? Name, string Address, string? Group = null)
{
    /// <summary>Reads an address list from text, such as a field a person filled in. Never throws.</summary>
    public static IReadOnlyList<MailAddress> ParseList(string list) =>
        AddressList.Parse(System.Text.Encoding.UTF8.GetBytes(list), MailLimits.Default.MaxListItems);

    /// <summary><c>Name &lt;address&gt;</c>, for reading, not for sending.</summary>
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
