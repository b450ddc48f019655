using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Bringing;

public sealed record ShownList(GuestList List, string By);

public sealed record BringModel(IReadOnlyList<ShownList> Lists, Form Form);

/// <summary>Bringing in many at once: a file is read and looked at; the list it became has a page of its own.</summary>
public static class BringingEndpoints
{
    private const int MostBytes = 2_000_000;

    /// <summary>What is somewhat too large still comes through, to be answered with a sentence and not with a closed door.</summary>
    private const int MostSent = 16_000_000;
    private const int MostLists = 20;

    public static void MapBringing(this IEndpointRouteBuilder app)
    {
        var stewards = app.MapGroup("/c/{community}/bringing").ForStewards("a list holds addresses of people who know nothing of it yet");
        stewards.MapGet("", async (Viewer viewer, Db db) => Screen.Show<BringPage, BringModel>(await Model(db, viewer, Form.Empty)));
        stewards.MapPost("", Read).WithMetadata(new RequestSizeLimitAttribute(MostSent)).RequireRateLimiting(RateLimits.Writing);
        stewards.MapGuestList();
    }

    /// <summary>The form is read here, behind the door, and not before: nobody else's file is taken in at all.</summary>
    private static async Task<IResult> Read(HttpContext context, Viewer viewer, Db db, Writes writes)
    {
        var form = await Form.BindAsync(context);
        if (await TableOf(context, form, viewer.Words) is not { } table || !form.IsRight) return Screen.ShowAgain<BringPage, BringModel>(await Model(db, viewer, form));
        var list = await writes.Do(unit => Task.FromResult(unit.List(viewer.Here.Id, viewer.Me.ActorId, table)));
        return Screen.Go($"{viewer.Here.Path}/bringing/{list.Id}");
    }

    private static async Task<Table?> TableOf(HttpContext context, Form form, Words words)
    {
        var file = context.Request.HasFormContentType ? context.Request.Form.Files["file"] : null;
        var field = file is { Length: > 0 } ? "file" : "text";
        if (field == "text" && form["text"].Trim().Length == 0) return Refuse("file", "none");
        if ((file?.Length ?? 0) > MostBytes || form["text"].Length > MostBytes) return Refuse(field, "too-large");
        if ((field == "file" ? await Text(file!, context.RequestAborted) : form["text"]) is not { } text) return Refuse("file", "not-a-table");
        var table = Table.Read(text);
        if (table.Rows.Count == 0) return Refuse(field, "empty");
        if (table.Rows.Count > Table.MostRows) return Refuse(field, "too-many");
        return table.Rows.Any(r => r.Cells.Exists(c => c.Contains('@', StringComparison.Ordinal))) ? table : Refuse(field, "no-address");

        Table? Refuse(string name, string why)
        {
            form.Refuse(name, words[$"bringing.refused.{why}"]);
            return null;
        }
    }

    private static async Task<string?> Text(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        var read = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return TableText.IsWorkbook(read.Span) ? null : TableText.Read(read.Span);
    }

    private static async Task<BringModel> Model(Db db, Viewer viewer, Form form) => new(
        await (
            from list in db.The<GuestList>()
            join actor in db.The<Actor>() on list.StartedById ?? list.MadeById equals actor.Id
            where list.CommunityId == viewer.Here.Id
            orderby list.MadeAt descending
            select new ShownList(list, actor.Name)).Take(MostLists).ToListAsync(),
        form);
}
