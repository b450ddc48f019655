using Leaderful.Accounts;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Rounds;

/// <summary>My rounds, whether I rest, and with whom I am never to be paired.</summary>
public sealed record MyRoundsModel(IReadOnlyList<RoundHead> Rounds, RoundHabit? Habit, IReadOnlyList<OneApart> Apart, Form Form, DateTime Now)
{
    public IReadOnlyList<string> Names { get; init; } = [];
    public IReadOnlyList<Member> Namesakes { get; init; } = [];
}

/// <summary>What of rounds is somebody's own; nobody else reads any of it.</summary>
public static class OwnRounds
{
    public static void MapOwnRounds(this RouteGroupBuilder rounds)
    {
        rounds.MapGet("", async (Viewer viewer, Db db, TimeProvider time) => Screen.Show<MyRoundsPage, MyRoundsModel>(await Model(db, viewer, Form.Empty, [], time.Utc())));
        var own = rounds.MapGroup("").RequireRateLimiting(RateLimits.Writing);
        own.MapPost("/rest", Rest);
        own.MapPost("/rest/ending", ComeBack);
        own.MapPost("/apart", KeepApart);
        own.MapPost("/apart/{person}/ending", StopKeepingApart);
    }

    private static async Task<IResult> Rest(Form form, Viewer viewer, Writes writes, TimeProvider time)
    {
        await writes.Do(unit => unit.RestFromRounds(viewer.Me.PersonId, viewer.Here.Id, form["until"] == "month" ? time.Utc().AddMonths(1) : null));
        return Screen.Go($"{viewer.Here.Path}/rounds", new Done("rounds.resting", $"{viewer.Here.Path}/rounds/rest/ending"));
    }

    private static async Task<IResult> ComeBack(Viewer viewer, Writes writes)
    {
        await writes.Do(unit => unit.ComeBackToRounds(viewer.Me.PersonId, viewer.Here.Id));
        return Screen.Go($"{viewer.Here.Path}/rounds", new Done("rounds.back"));
    }

    private static async Task<IResult> KeepApart(Form form, Viewer viewer, Db db, Writes writes, TimeProvider time)
    {
        var words = viewer.Words;
        var name = form.Line("name", 80, words["rounds.wrong.nobody"], words["rounds.wrong.nobody"]);
        var meant = form.IsRight ? await db.MeantBy(viewer.Here.Id, name, form["person"]) : MeantMember.Nobody;
        if (meant.Namesakes.Count > 0) form.Refuse("person", words["rounds.wrong.which"]);
        else if (form.IsRight && (meant.One is null || meant.One.PersonId == viewer.Me.PersonId)) form.Refuse("name", words["rounds.wrong.nobody"]);
        if (!form.IsRight) return Screen.ShowAgain<MyRoundsPage, MyRoundsModel>(await Model(db, viewer, form, meant.Namesakes, time.Utc()));
        var other = meant.One!.PersonId;
        await writes.Do(unit => unit.KeepApart(viewer.Me.PersonId, other));
        return Screen.Go($"{viewer.Here.Path}/rounds", new Done("rounds.apart.kept", $"{viewer.Here.Path}/rounds/apart/{other}/ending", meant.One.Name));
    }

    private static async Task<IResult> StopKeepingApart(Id<Person> person, Viewer viewer, Writes writes) =>
        await writes.Do(unit => unit.StopKeepingApart(viewer.Me.PersonId, person)) ? Screen.Go($"{viewer.Here.Path}/rounds", new Done("rounds.apart.over")) : Results.NotFound();

    private static async Task<MyRoundsModel> Model(Db db, Viewer viewer, Form form, IReadOnlyList<Member> namesakes, DateTime now) =>
        new(await db.MyRounds(viewer), await db.RoundHabitOf(viewer.Me.PersonId, viewer.Here.Id), await db.ApartOf(viewer.Me.PersonId), form, now)
        {
            Names = await db.SomeNames(viewer.Here.Id, viewer.Me.PersonId), Namesakes = namesakes,
        };
}
