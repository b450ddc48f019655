using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary>An archive sent from a browser. The body is read here, behind the door, and never held in memory.</summary>
public static class UploadEndpoints
{
    internal static async Task<IResult> Receive(HttpContext context, Viewer viewer, Db db, Writes writes, UploadedArchives uploads)
    {
        var here = viewer.Here.Id;
        var why = await db.UploadIn(here) is not null ? NotTaken.Busy : uploads.Beforehand(context.Request, here);
        if (why is not null) return await Refused(db, viewer, why.Value);
        var taken = await uploads.Take(context.Request, here, viewer.Me.ActorId, context.RequestAborted);
        if (taken.Upload is not { } upload) return await Refused(db, viewer, taken.Why ?? NotTaken.Nothing);
        uploads.Settle(upload);
        if (await writes.Do(unit => unit.Begin(upload))) return Screen.Go($"{viewer.Here.Path}/imports");
        uploads.Remove(upload);
        return await Refused(db, viewer, NotTaken.Busy);
    }

    internal static async Task<IResult> Stop(Id<ArchiveUpload> upload, Viewer viewer, Db db, Writes writes)
    {
        if (await db.The<ArchiveUpload>().SingleOrDefaultAsync(u => u.Id == upload && u.CommunityId == viewer.Here.Id) is not { } found) return Results.NotFound();
        await writes.Do(unit => unit.Stop(upload, viewer.Me.ActorId));
        return Screen.Go(found.ImportId is { } import ? $"{viewer.Here.Path}/imports/{import}" : $"{viewer.Here.Path}/imports");
    }

    private static async Task<IResult> Refused(Db db, Viewer viewer, NotTaken why)
    {
        var form = Form.Empty;
        form.Refuse("file", viewer.Words[$"archive.upload.refused.{why.Key()}"]);
        return Screen.ShowAgain<ImportsPage, ImportsModel>(await ImportEndpoints.Model(db, viewer, form));
    }
}
