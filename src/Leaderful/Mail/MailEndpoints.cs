using Leaderful.Data;
using Leaderful.Mail.Receiving;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail;

public static class MailEndpoints
{
    private const int Most = 100;

    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapReceiving();
        var group = routes.MapGroup("/dev/mail").ForAnyone("anyone in development; otherwise operators, where the instance shows its mail, and nobody else");
        group.AddEndpointFilter((context, next) => IsOpen(context.HttpContext) ? next(context) : new ValueTask<object?>(Results.NotFound()));
        group.MapGet("", List);
        group.MapGet("/{mail}", One);
        group.MapGet("/in/{received}", AsItCame);
    }

    private static bool IsOpen(HttpContext context)
    {
        var room = context.RequestServices.GetRequiredService<MailRoom>();
        return room.IsOpenToAnyone || (room.KeepsText && context.RequestServices.GetRequiredService<Viewer>().Session is { IsOperator: true });
    }

    private static async Task<IResult> List(Db db, Inbound inbound) => Screen.Show<MailListPage, MailList>(new(
        await db.The<QueuedMail>().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Most).ToListAsync(),
        inbound.IsOpen, await db.The<ReceivedMail>().OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).Take(Most)
            .Select(m => new ShownReceived(m.Id, m.From, m.Subject, m.ReceivedAt, m.Outcome)).ToListAsync()));

    /// <summary>A file to save: what it holds is a stranger's.</summary>
    private static async Task<IResult> AsItCame(Id<ReceivedMail> received, Db db) =>
        await db.The<ReceivedMail>().Where(m => m.Id == received).Select(m => m.Bytes).SingleOrDefaultAsync() is { Length: > 0 } bytes
            ? Results.File(bytes, "message/rfc822", $"{received}.eml") : Results.NotFound();

    private static async Task<IResult> One(Id<QueuedMail> mail, Db db)
    {
        if (await db.The<QueuedMail>().SingleOrDefaultAsync(m => m.Id == mail) is not { } found) return Results.NotFound();
        var trouble = await db.The<OutboxRow>().Where(o => o.Subject == mail.Value).Select(o => o.LastError).FirstOrDefaultAsync();
        return Screen.Show<MailPage, ShownMail>(new ShownMail(found, trouble));
    }
}

/// <summary>What went out, and what came in where something may.</summary>
public sealed record MailList(IReadOnlyList<QueuedMail> Sent, bool TakesMail, IReadOnlyList<ShownReceived> Received);

public sealed record ShownReceived(Id<ReceivedMail> Id, string From, string Subject, DateTime At, ReceivedOutcome Outcome)
{
    public bool IsKept => Outcome.IsUnheard();
}

public sealed record ShownMail(QueuedMail Mail, string? Trouble);
