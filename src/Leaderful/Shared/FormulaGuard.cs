using System.Globalization;
using System.Text;

namespace Leaderful.Shared;

/// <summary>
/// A cell that begins with = + - @ is a formula to a spreadsheet, and may reach outside it. An apostrophe before it makes it
/// text, wherever a cell may begin: also behind blanks, in full width, and after what another program takes for the end of a
/// cell. <see cref="Off"/> takes away exactly what <see cref="On"/> put there.
/// </summary>
public static class FormulaGuard
{
    private const char Guard = '\'';

    public static string On(string text) => Rewritten(text, Starts(text, guarded: false), skip: 0, "'");

    public static string Off(string text) => Rewritten(text, Starts(text, guarded: true), skip: 1, "");

    private static string Rewritten(string text, List<int> starts, int skip, string put)
    {
        if (starts.Count == 0) return text;
        var (made, from) = (new StringBuilder(text.Length + starts.Count), 0);
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            made.Append(text.AsSpan(from, starts[i] - from)).Append(put);
            from = starts[i] + skip;
        }
        return made.Append(text.AsSpan(from)).ToString();
    }

    /// <summary>
    /// Where a cell begins that is a formula once blanks and guards are passed over, the last first; or, of those, where one guard
    /// more stands.
    /// </summary>
    private static List<int> Starts(string text, bool guarded)
    {
        var starts = new List<int>();
        var formula = false;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var behind = formula || (i == 0 && BeginsWithControl(text));
            formula = IsFormula(text[i]) || (formula && IsPassedOver(text[i]));
            var begins = i == 0 || EndsCell(text[i - 1]);
            if (begins && (guarded ? behind && text[i] == Guard : formula || (i == 0 && BeginsWithControl(text)))) starts.Add(i);
        }
        return starts;
    }

    /// <summary>Behind any guards it begins with a tab or a line's end, which some spreadsheets drop before they look.</summary>
    private static bool BeginsWithControl(string text) => text.AsSpan().TrimStart(Guard) is [('\t' or '\r' or '\n'), ..];

    private static bool IsFormula(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '﹦' or '﹢' or '﹣' or '﹫' or '⁼' or '⁺' or '⁻' or '₌' or '₊' or '₋' or '−';

    private static bool IsPassedOver(char c) => c is Guard or '"' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark;

    private static bool EndsCell(char c) => c is ',' or ';' or '|' or '\t' or '\r' or '\n';
}
