using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Care;

/// <summary>Which agreement somebody means, as it read then; none is "something else".</summary>
public sealed record Meant(Id<Agreement>? Agreement, int? Version)
{
    public static readonly Meant Else = new(null, null);
}

/// <summary>What people type into the forms of this room, read and checked.</summary>
public static class CareTexts
{
    public const int Longest = 1000;

    /// <summary>How a form says that it is none of the agreements.</summary>
    public const string Else = "else";

    public static Meant? Agreement(Form form, IReadOnlyList<Agreed> agreements)
    {
        if (form["agreement"] == Else) return Meant.Else;
        return agreements.FirstOrDefault(a => a.Id.ToString() == form["agreement"]) is { } one ? new Meant(one.Id, one.Version) : null;
    }

    public static string Text(Form form, string name, Words words, string? missing) =>
        form.Text(name, Longest, words["care.wrong.long"], missing);
}
