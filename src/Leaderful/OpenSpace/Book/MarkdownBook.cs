using System.Text;
using Leaderful.Shared;
using Leaderful.Shared.Views;

namespace Leaderful.OpenSpace.Book;

/// <summary>A book being written as Markdown, paragraph by paragraph. What people said is never taken for marks.</summary>
internal sealed class MarkdownBook(BookDrawing drawing)
{
    private const string Marks = "\\`*_[]<>#|~&";

    private readonly StringBuilder text = new();
    private readonly Words words = drawing.Words;

    public void Heading(int level, string title) => Paragraph(title, new string('#', level) + " ");

    public void Cover()
    {
        var cover = drawing.Book.Cover;
        Heading(1, cover.Theme);
        Lines(cover.Purpose);
        Paragraph(When(cover));
        Paragraph(cover.Place);
        Paragraph($"{words["book.who"]}: {drawing.Name(cover.Host)}");
        Paragraph(words.Say("book.now-away", ("when", BookTimes.Moment(drawing.Book.At, cover.Zone, words)), ("address", drawing.Source ?? "")));
    }

    public void Session(BookSession session, int level, bool hasDay)
    {
        Heading(level, drawing.Title(session));
        if (session.When is { } when) Paragraph($"{(hasDay ? $"{BookTimes.Day(when.Day, words)}, " : "")}{BookTimes.Hours(when, words)} · {when.Place}");
        if (drawing.Convener(session) is { } name) Paragraph(words.Say("book.convened", ("name", name)));
        if (session.Came.Count > 0) Paragraph(words.Say("book.came", ("names", string.Join(", ", session.Came.Select(drawing.Name)))));
        Lines(session.Why);
        if (session.Paper is { } paper && drawing.Picture(paper) is { } address) text.Append("![").Append(Escaped(words.Say("wall.paper-of", ("title", drawing.Title(session))))).Append("](").Append(address).Append(")\n\n");
        if (session.Report is { } report) text.Append(BookMarkdown.Report(report, drawing, level)).Append("\n\n");
        else Paragraph(words[session.When is { IsToCome: true } ? "book.to-come" : "book.no-notes"]);
        Next(session);
        foreach (var other in session.Joined)
        {
            Paragraph(words["book.joined"]);
            Session(other, Math.Min(level + 1, 6), hasDay);
        }
    }

    public void Promises()
    {
        Row([words["book.what"], words["book.champion"], words["book.by"], words["book.state"], words["book.reported"]]);
        text.Append("| --- | --- | --- | --- | --- |\n");
        foreach (var one in drawing.Book.Promises)
            Row([What(one), drawing.Name(one.Who), Due(one) ?? words["book.no-day"], State(one), Reported(one)]);
        text.Append('\n');
    }

    public void Paragraph(string said, string before = "")
    {
        if (said.Length > 0) text.Append(before).Append(Escaped(said)).Append("\n\n");
    }

    public override string ToString() => text.ToString().TrimEnd() + "\n";

    private void Lines(string said)
    {
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Paragraph(line);
    }

    private void Next(BookSession session)
    {
        if (drawing.Book.PromisesAt(session) is not { Count: > 0 } promises) return;
        Paragraph(words["book.next"]);
        foreach (var one in promises)
            text.Append("- ").Append(Escaped(string.Join(" · ", new[] { $"{drawing.Name(one.Who)}: {What(one)}", Due(one), State(one) }.OfType<string>()))).Append('\n');
        text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(c => Escaped(c))).Append(" |\n");

    private string What(BookPromise one) => one.What.Length > 0 ? one.What : words["commitments.no-words"];

    private string? Due(BookPromise one) => one.Due is { } day ? words.Say("commitments.by-day", ("day", day.ToString("d MMMM yyyy", words.Culture))) : null;

    private string State(BookPromise one) => words[$"commitments.state.{one.State.Key()}"] + (one.Barrier.Length > 0 ? $": {one.Barrier}" : "");

    private string Reported(BookPromise one) => drawing.Outside($"{drawing.Community}/commitments/{one.Id}") ?? words.Say("book.ledger-of-all", ("name", drawing.Book.Cover.Community));

    private string When(BookCover cover) =>
        cover is { StartsAt: { } from, EndsAt: { } until } ? Gatherings.When.Plain(from, until, cover.Zone, words) : words["gatherings.time-open"];

    /// <summary>On one line, and nothing in it a mark; a sign that would begin a list does not stand first.</summary>
    private static string Escaped(string said)
    {
        var line = string.Concat(said.Replace('\n', ' ').Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
        var figures = line.TakeWhile(char.IsAsciiDigit).Count();
        if (line is ['-' or '+' or '=', ..]) return $"\\{line}";
        return figures > 0 && figures < line.Length && line[figures] is '.' or ')' ? line.Insert(figures, "\\") : line;
    }
}
