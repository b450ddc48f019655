using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Leaderful.Data;

/// <summary>
/// A plain question, put together from parts that bring their values along: <c>Sql mine = $"c.\"Id\" = {id}"</c>. What stands in
/// braces is a value, never text of the statement, unless it is such a part itself. For the reads that are most of the load:
/// making a statement out of expressions costs more there than answering it.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sql(int literalLength, int formattedCount)
{
    private static readonly string[] Marks = [.. Enumerable.Range(0, 200).Select(MarkOf)];

    private readonly int length = literalLength;
    private readonly List<Piece> pieces = new((2 * formattedCount) + 1);

    public static Sql None => $"";

    public static Sql Never => $"1 = 0";

    public void AppendLiteral(string text) => pieces.Add(new Piece(text));

    public void AppendFormatted(Sql part) => pieces.AddRange(part.pieces);

    public void AppendFormatted<T>(Id<T> id) => pieces.Add(new Piece(null, id.Value));

    public void AppendFormatted(int number) => pieces.Add(new Piece(null, number));

    public void AppendFormatted(long number) => pieces.Add(new Piece(null, number));

    public void AppendFormatted(string text) => pieces.Add(new Piece(null, text));

    public void AppendFormatted(byte[] bytes) => pieces.Add(new Piece(null, bytes));

    public void AppendFormatted(DateTime time) => pieces.Add(new Piece(null, UtcMicroseconds.Cut(time)));

    /// <summary>For <c>IN</c>. Lists come in few lengths, the last repeated, so that databases know the statement again; nothing is in an empty one.</summary>
    public void AppendFormatted<T>(IReadOnlyList<Id<T>> ids)
    {
        var most = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Count, 1));
        AppendLiteral("(");
        for (var i = 0; i < most; i++)
        {
            if (i > 0) AppendLiteral(", ");
            AppendFormatted(ids.Count == 0 ? default : ids[Math.Min(i, ids.Count - 1)]);
        }
        AppendLiteral(")");
    }

    /// <summary>The statement as a database reads it, its values marked in their order.</summary>
    public override string ToString()
    {
        var (text, values) = (new StringBuilder(length + (4 * pieces.Count)), 0);
        foreach (var piece in pieces)
        {
            if (piece.Text is { } literal) text.Append(literal);
            else text.Append(Mark(values++));
        }
        return text.ToString();
    }

    internal DbCommand On(Db db)
    {
        var command = db.Statement(ToString());
        foreach (var piece in pieces.Where(p => p.Text is null))
            command.Give(Mark(command.Parameters.Count), piece.Value is Guid id ? db.Raw(id) : piece.Value!);
        return command;
    }

    private static string Mark(int place) => place < Marks.Length ? Marks[place] : MarkOf(place);

    private static string MarkOf(int place) => string.Create(CultureInfo.InvariantCulture, $"@p{place}");

    private readonly record struct Piece(string? Text, object? Value = null);
}

/// <summary>A row of an answer, read by the place of its columns.</summary>
public readonly struct SqlRow(Db db, DbDataReader row)
{
    public bool IsNone(int column) => row.IsDBNull(column);

    public Id<T> Id<T>(int column) => new(db.ReadId(row, column));

    public Id<T>? IdOrNone<T>(int column) => IsNone(column) ? null : Id<T>(column);

    public string Text(int column) => row.GetString(column);

    public string? TextOrNone(int column) => IsNone(column) ? null : Text(column);

    public int Number(int column) => row.GetInt32(column);

    public long Long(int column) => row.GetInt64(column);

    public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);

    public bool Is(int column) => row.GetBoolean(column);

    public DateTime Time(int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public DateTime? TimeOrNone(int column) => IsNone(column) ? null : Time(column);
}

public static class SqlQuestions
{
    /// <summary>Whoever counts or measures questions hears of each command here, as of EF's through its own.</summary>
    public const string Listener = "Leaderful.Sql";
    private const string Asked = "Asked";
    private static readonly DiagnosticListener Telling = new(Listener);

    public static async Task<List<T>> Ask<T>(this Db db, Sql question, Func<SqlRow, T> read)
    {
        await using var open = await db.Open();
        await using var asking = question.On(db);
        if (Telling.IsEnabled(Asked)) Telling.Write(Asked, asking);
        await using var rows = await asking.ExecuteReaderAsync();
        var answer = new List<T>();
        while (await rows.ReadAsync()) answer.Add(read(new SqlRow(db, rows)));
        return answer;
    }
}
