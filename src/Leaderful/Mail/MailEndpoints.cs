using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

public static class MailEndpoints
{
    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dev/mail").ForAnyone("anyone in development; otherwise operators, where the instance shows its mail, and nobody else");
        group.AddEndpointFilter((context, next) => IsOpen(context.HttpContext) ? next(context) : new ValueTask<object?>(Results.NotFound()));
        group.MapGet("", List);
        group.MapGet("/{mail}", One);
    }

    private static bool IsOpen(HttpContext context)
    {
        var room = context.RequestServices.GetRequiredService<MailRoom>();
        return room.IsOpenToAnyone || (room.KeepsText && context.RequestServices.GetRequiredService<Viewer>().Session is { IsOperator: true });
    }

    private static async Task<IResult> List(Db db) => Screen.Show<MailListPage, IReadOnlyList<QueuedMail>>(
        await db.The<QueuedMail>().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(100).ToListAsync());

    private static async Task<IResult> One(Id<QueuedMail> mail, Db db)
    {
        if (await db.The<QueuedMail>().SingleOrDefaultAsync(m => m.Id == mail) is not { } found) return Results.NotFound();
        var trouble = await db.The<OutboxRow>().Where(o => o.Subject == mail.Value).Select(o => o.LastError).FirstOrDefaultAsync();
        return Screen.Show<MailPage, ShownMail>(new ShownMail(found, trouble));
    }
}

public sealed record ShownMail(QueuedMail Mail, string? Trouble);
