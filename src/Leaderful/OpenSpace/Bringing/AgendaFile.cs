using Leaderful.Communities.Bringing;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>What somebody brings: a file, or its text once it was looked at. What cannot be read at all is said in a sentence.</summary>
internal static class AgendaFile
{
    private const int MostBytes = 1_000_000;

    public static async Task<string?> Text(HttpContext context, Form form, Words words)
    {
        var file = context.Request.HasFormContentType ? context.Request.Form.Files["file"] : null;
        if (file is not { Length: > 0 } && form["text"].Trim().Length == 0) return Refuse("none");
        if (file?.Length > MostBytes || form["text"].Length > MostBytes) return Refuse("too-large");
        if (file is not { Length: > 0 }) return form["text"];
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, context.RequestAborted);
        var read = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return TableText.IsWorkbook(read.Span) || TableText.Read(read.Span) is not { } text ? Refuse("not-text") : Clean.Text(text);

        string? Refuse(string why)
        {
            form.Refuse("file", words[$"agenda.refused.{why}"]);
            return null;
        }
    }

    /// <summary>The agenda in it, and where it is a table the columns and which is which.</summary>
    public static (Agenda Agenda, AgendaTable? Table, AgendaColumns? Columns)? Read(string text, Form form, Words words)
    {
        if (AgendaJson.IsMeant(text))
        {
            if (AgendaJson.Read(text) is { } json) return (json, null, null);
            form.Refuse("file", words["agenda.refused.not-json"]);
            return null;
        }
        var table = AgendaTable.Read(text);
        if (table.Rows.Count is > 0 and <= Agenda.Most) return AgendaColumns.Of(form, table.Columns) is var columns ? (table.Says(columns), table, columns) : null;
        form.Refuse("file", words[table.Rows.Count == 0 ? "agenda.refused.empty" : "agenda.refused.too-many"]);
        return null;
    }
}
