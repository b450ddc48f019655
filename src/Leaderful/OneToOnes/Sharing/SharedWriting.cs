using Leaderful.Data;
using Leaderful.OneToOnes.Asking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Sharing;

/// <summary>Writes and confirms what is both's, and says what came of it; the same for a member and for whoever holds the link.</summary>
public sealed class SharedWriting(Viewer viewer, Db db, Writes writes, TimeProvider time)
{
    public async Task<IResult> Write<TPage>(Between between, Form form, string address, LetterDesk desk) where TPage : View<SharedModel>
    {
        if (SharedForm.Read(form, viewer.Words, time.Utc()) is { } said)
        {
            var done = await writes.Do(unit => unit.WriteShared(desk, between.Two, Editions.Seen(form), said, form.Has("tells")));
            if (done != Shared.Changed) return Screen.Go(address, new Done(done == Shared.Kept ? "between.kept" : "between.stands-already"));
            between = await db.BetweenFor(between.Two);
            Editions.Check(form, Editions.Field, Editions.Text(between.Part.Edition), "planner-does", viewer.Words["between.wrong.changed"]);
        }
        return Screen.ShowAgain<TPage, SharedModel>(new(between, form, address, time.Utc()));
    }

    public async Task<IResult> Confirm(Between between, Form form, string address, LetterDesk desk)
    {
        var done = await writes.Do(unit => unit.ConfirmShared(desk, between.Two, Editions.Seen(form) ?? -1, form.Has("tells")));
        return Screen.Go(address, new Done(done switch { Shared.Kept => "between.confirmed", Shared.Stands => "between.stands-already", _ => "between.changed" }));
    }
}
