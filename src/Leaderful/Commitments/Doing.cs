using Leaderful.Data;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>Does one thing to a commitment and says what was done; or, where something else has become of it meanwhile, that.</summary>
public sealed class Doing(Viewer viewer, Db db, Writes writes)
{
    public Id<Actor> Me => viewer.Me.ActorId;

    public async Task<IResult> AsDoer(Id<Commitment> id, Func<Unit, Task<bool>> work, string said, string? undo = null, string? back = null) =>
        await CommitmentAccess.ForDoing(db, viewer, id) is null ? Results.NotFound() : await Do(id, work, said, undo, back: back);

    public async Task<IResult> AsReleasing(Id<Commitment> id, Func<Unit, Task<bool>> work, string said) =>
        await CommitmentAccess.ForReleasing(db, viewer, id) is null ? Results.NotFound() : await Do(id, work, said);

    /// <summary>Whoever says it from elsewhere in the community goes back there.</summary>
    public async Task<IResult> Do(Id<Commitment> id, Func<Unit, Task<bool>> work, string said, string? undo = null, string? draft = null, string? back = null)
    {
        var path = $"{viewer.Here.Path}/commitments/{id}";
        var next = LocalReturn.IsLocal(back) && back.StartsWith($"{viewer.Here.Path}/", StringComparison.Ordinal) ? back : path;
        return await writes.Do(work)
            ? Screen.Go(next, new Done($"commitments.done.{said}", undo is null ? null : $"{path}/{undo}", Draft: draft))
            : Screen.Go(next, new Done("commitments.done.already"));
    }
}
