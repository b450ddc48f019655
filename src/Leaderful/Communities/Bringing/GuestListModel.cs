using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

/// <summary>A list as its stewards look at it: how many of each standing, what is to be mended, and who is not invited yet.</summary>
public sealed record GuestListModel(GuestList List, Form Form)
{
    /// <summary>More are not mended on one page.</summary>
    public const int MostOnPage = 50;
    private const int MostShown = 5;

    public required IReadOnlyDictionary<Standing, int> Counts { get; init; }
    public required IReadOnlyList<GuestRow> Wrong { get; init; }

    /// <summary>The first to be invited, while the list is looked at and while it goes on.</summary>
    public required IReadOnlyList<GuestRow> Next { get; init; }

    /// <summary>The rows whose address stood in a row before.</summary>
    public required IReadOnlyList<int> Doubles { get; init; }
    public IReadOnlyList<string> Sample { get; init; } = [];

    public int Count(Standing standing) => Counts.GetValueOrDefault(standing);

    public static async Task<GuestListModel> Of(Db db, GuestList list, Words words, DateTime now, Form? form = null)
    {
        var rows = await db.The<GuestRow>().Where(r => r.ListId == list.Id && r.PassedOverAt == null).OrderBy(r => r.Number).ToListAsync();
        var known = list.StartedAt is null ? await Known.In(db, list.CommunityId, now) : new Known([], [], [], []);
        var standings = known.Of(rows).ToList();
        var wrong = standings.Where(s => s.Standing == Standing.Wrong).Select(s => s.Row).Take(MostOnPage).ToList();
        return new GuestListModel(list, form ?? First(wrong, words))
        {
            Counts = standings.CountBy(s => s.Standing).ToDictionary(),
            Wrong = wrong,
            Next = [.. standings.Where(s => s.Standing == Standing.Ready).Select(s => s.Row).Take(list.StartedAt is null ? MostShown : MostOnPage)],
            Doubles = [.. standings.Where(s => s.Standing == Standing.Double).Select(s => s.Row.Number).Take(MostOnPage)],
            Sample = rows.Count > 0 ? rows[0].Cells : [],
        };
    }

    public static string Field(int row, string what) => string.Create(CultureInfo.InvariantCulture, $"row-{row}-{what}");

    /// <summary>Each row as the file says it, with what is wrong with it beside it.</summary>
    private static Form First(List<GuestRow> wrong, Words words)
    {
        var form = Form.With([.. wrong.SelectMany(r => new[] { (Field(r.Number, "name"), r.Name), (Field(r.Number, "email"), r.Email) }), ("lasting", nameof(Invitations.Lasting.Month))]);
        foreach (var row in wrong) form.Refuse(Field(row.Number, row.Trouble == RowTrouble.Name ? "name" : "email"), Sentence(row.Trouble ?? RowTrouble.Wrong, words));
        return form;
    }

    public static string Sentence(RowTrouble trouble, Words words) => words[$"bringing.trouble.{trouble.Key()}"];
}
