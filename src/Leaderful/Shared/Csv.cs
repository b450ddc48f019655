using CsvHelper;

namespace Leaderful.Shared;

/// <summary>
/// A table for a spreadsheet: every cell in quotation marks and none of them a formula, lines that end as the standard says, and
/// a mark at the beginning without which some take UTF-8 for something else. What CsvHelper does about formulas itself stops
/// at the first character of a cell; <see cref="FormulaGuard"/> looks further.
/// </summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Quoting = CsvQuoting.Always, WriteByteOrderMark = true };

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var writer = CsvWriter.Create(bytes, Options, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var cell in row) writer.WriteField(FormulaGuard.On(cell));
                writer.EndRecord();
            }
        return bytes.ToArray();
    }
}
