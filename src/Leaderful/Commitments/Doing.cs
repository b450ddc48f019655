using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>Does one thing to a commitment and says what was done; or, where something else has become of it meanwhile, that.</summary>
public sealed class Doing(Viewer viewer, Db db, Writes writes)
{
    public Id<Actor> Me => viewer.Me.ActorId;

    public async Task<IResult> AsDoer(Id<Commitment> id, Func<Unit, Task<bool>> work, string said, string? undo = null) =>
        await CommitmentAccess.ForDoing(db, viewer, id) is null ? Results.NotFound() : await Do(id, work, said, undo);

    public async Task<IResult> AsReleasing(Id<Commitment> id, Func<Unit, Task<bool>> work, string said) =>
        await CommitmentAccess.ForReleasing(db, viewer, id) is null ? Results.NotFound() : await Do(id, work, said);

    public async Task<IResult> Do(Id<Commitment> id, Func<Unit, Task<bool>> work, string said, string? undo = null, string? draft = null)
    {
        var path = $"{viewer.Here.Path}/commitments/{id}";
        return await writes.Do(work)
            ? Screen.Go(path, new Done($"commitments.done.{said}", undo is null ? null : $"{path}/{undo}", Draft: draft))
            : Screen.Go(path, new Done("commitments.done.already"));
    }
}
