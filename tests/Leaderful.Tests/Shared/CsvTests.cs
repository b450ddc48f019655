using System.Text;
using CsvHelper;
using Leaderful.Shared;
using Leaderful.Tests.Hostile;
using Xunit;

namespace Leaderful.Tests.Shared;

/// <summary>What leaves as a table is text in every spreadsheet, and reads back as it was.</summary>
public class CsvTests
{
    private static readonly string[] Formulas =
    [
        "=1+1", "+49 40 123", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tx", "  =1", "\u00A0=1", "\u200B=1", "\uFEFF@x", "＝1", "＋1", "－1", "＠x", "\u3000＝1", "−1", "\"=1", "' =1", "'=1", "''@x", "'\tx",
        "Ann;=1+1", "Ann,-1", "Ann\t@x", "Ann\n=1", "a;b; \"=HYPERLINK(\"\"x\"\")", "=a;=b", ";'=x",
    ];

    [Fact]
    public void Nothing_is_a_formula_wherever_a_cell_may_begin()
    {
        foreach (var text in Texts)
        {
            var safe = FormulaGuard.On(text);
            foreach (var cell in safe.Split(',', ';', '|', '\t', '\r', '\n'))
                Assert.False(cell.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC).TrimStart(' ', '"', '\u200B', '\uFEFF', '\u180E') is ['=' or '+' or '-' or '@', ..], $"“{text}” became “{safe}”");
            Assert.False(safe is ['\t' or '\r' or '\n' or '=' or '+' or '-' or '@', ..], safe);
            Assert.Equal(text, FormulaGuard.Off(safe));
        }
        Assert.All(Formulas, f => Assert.NotEqual(f, FormulaGuard.On(f)));
        Assert.All(["Ruth Abara", "O'Neil", "'Abd", "Anne-Marie", "a@b.example", "x = y", "", "夜"], f => Assert.Equal((f, f), (FormulaGuard.On(f), FormulaGuard.Off(f))));
    }

    [Fact]
    public void Every_odd_text_is_read_back_as_it_was()
    {
        var texts = Texts.ToList();
        var file = Csv.Write([["Text", "Again"], .. texts.Select(t => new[] { t, t })]);
        Assert.True(file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));
        var written = new UTF8Encoding(false, true).GetString(file.AsSpan(3));
        Assert.StartsWith("\"Text\",\"Again\"\r\n\"", written, StringComparison.Ordinal);
        Assert.EndsWith("\"\r\n", written, StringComparison.Ordinal);
        using var reader = CsvReader.FromText(written, CsvReaderOptions.Default with { HasHeader = false, SkipEmptyLines = false });
        Assert.True(reader.Read());
        foreach (var text in texts)
        {
            Assert.True(reader.Read());
            Assert.Equal(2, reader.FieldCount);
            Assert.Equal((text, text), (FormulaGuard.Off(reader.GetString(0)), FormulaGuard.Off(reader.GetString(1))));
        }
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_long_row_of_blanks_takes_no_long_time()
    {
        var (begun, text) = (System.Diagnostics.Stopwatch.StartNew(), new string('\n', 300_000) + "=");
        Assert.Equal(text, FormulaGuard.Off(FormulaGuard.On(text)));
        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(5));
    }

    /// <summary>Half a character cannot be written at all.</summary>
    private static IEnumerable<string> Texts => Formulas.Concat(HostileTexts.Naughty).Concat(HostileTexts.Attacks).Select(t => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(t)));
}
