using Leaderful.Accounts;
using Leaderful.Shared.Forms;

namespace Leaderful.Communities.Bringing;

/// <summary>What a row says of a person, and what keeps it from being used.</summary>
public sealed record RowReading(string Name, string Email, RowTrouble? Trouble)
{
    private static readonly char[] Between = [',', ';', '/', ' '];

    public static RowReading Of(GuestList list, List<string> cells, bool isOpen)
    {
        var name = string.Join(' ', new[] { At(cells, list.NameColumn), At(cells, list.MoreNameColumn) }.Where(n => n.Length > 0));
        var read = Of(name, At(cells, list.EmailColumn));
        return isOpen ? read with { Trouble = RowTrouble.Open } : read;
    }

    /// <summary>An address may stand bare, behind <c>mailto:</c>, or as mail programs write it, with the name before it.</summary>
    public static RowReading Of(string name, string typed)
    {
        var (called, address) = (Cut(Clean.Line(name)), Clean.Line(typed));
        if (AddressIn(address) is { } email)
        {
            if (called.Length == 0 && address.IndexOf('<', StringComparison.Ordinal) is > 0 and var at) called = Cut(address[..at].Trim(' ', '"', '\''));
            return new RowReading(called, email, called.Length > GuestRow.LongestName ? RowTrouble.Name : null);
        }
        var several = address.Split(Between, StringSplitOptions.RemoveEmptyEntries).Count(p => AddressIn(p) is not null) > 1;
        return new RowReading(called, Cut(address), address.Length == 0 ? RowTrouble.Empty : several ? RowTrouble.Several : RowTrouble.Wrong);
    }

    public static string? AddressIn(string text)
    {
        var bare = text.Trim(' ', '"', '\'', ',', ';');
        if (bare.EndsWith('>') && bare.LastIndexOf('<') is >= 0 and var at) bare = bare[(at + 1)..^1];
        if (bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) bare = bare["mailto:".Length..];
        return EmailAddress.Read(bare) is { } read && read.LastIndexOf('@') is var sign && read[(sign + 1)..].Contains('.', StringComparison.Ordinal) ? read : null;
    }

    private static string At(List<string> cells, int? column) => column is { } c && c < cells.Count ? cells[c] : "";

    private static string Cut(string text) => text.Length <= GuestRow.LongestTyped ? text : text[..GuestRow.LongestTyped];
}
