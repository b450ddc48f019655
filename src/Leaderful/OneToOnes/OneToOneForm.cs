using System.Globalization;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Gatherings;
using Leaderful.Initiatives;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes;

/// <summary>Reads what somebody typed of a one-to-one, and says what of it cannot be.</summary>
internal static class OneToOneForm
{
    /// <summary>Long enough to listen, short enough to be agreed to.</summary>
    public const int UsualLength = 45;
    public static readonly IReadOnlyList<string> Kinds = Enum.GetNames<OneToOneKind>();
    public static readonly IReadOnlyList<int> Lengths = [20, 30, 45, 60, 90];

    /// <summary>The wish; and several who bear the name, where that is so.</summary>
    public static async Task<(OneToOneWish? Wish, IReadOnlyList<Member> Namesakes)> Read(Form form, Viewer viewer, Db db, ListedOneToOne? before = null)
    {
        var words = viewer.Words;
        var name = form.Line("name", OneToOne.LongestName, words["one-to-ones.wrong.name-long"], words["one-to-ones.wrong.name-missing"]);
        var time = GatheringForm.Time(form, words);
        if (form.IsRight && time is null) form.Refuse("day", words["one-to-ones.wrong.day-missing"]);
        var purpose = form.Text("purpose", OneToOne.LongestPurpose, words["one-to-ones.wrong.purpose-long"]);
        var place = form.Line("place", OneToOne.LongestPlace, words["one-to-ones.wrong.place-long"]);
        var initiative = await Initiative(form, viewer, db);
        var isSame = before is not null && name == before.Name(words) && form["person"] == (before.PersonId?.ToString() ?? "");
        if (before is { It.HeldAt: not null } && !isSame && form.IsRight) form.Refuse("name", words["one-to-ones.wrong.met"]);
        if (before is not null) Editions.Check(form, "was", before.It.Time.Written(), "day", words["one-to-ones.wrong.moved"]);
        var meant = form.IsRight && !isSame ? await db.MeantBy(viewer.Here.Id, name, form["person"]) : MeantMember.Nobody;
        if (meant.Namesakes.Count > 0) form.Refuse("person", words["one-to-ones.wrong.which"]);
        if (meant.One?.PersonId == viewer.Me.PersonId) form.Refuse("name", words["one-to-ones.wrong.myself"]);
        if (!form.IsRight) return (null, meant.Namesakes);
        var with = isSame ? before!.It.WithId : meant.One is { } member ? new Id<Actor>(member.ActorId) : (Id<Actor>?)null;
        return (new(with, isSame ? before!.It.WithName : name, time!) { Kind = form.Choice("kind", OneToOneKind.Meet), Initiative = initiative, Purpose = purpose, Place = place }, []);
    }

    /// <summary>As it stands, to be changed.</summary>
    public static Form Of(ListedOneToOne one, Viewer viewer) => Form.With(("was", one.It.Time.Written()),
        ("name", one.Name(viewer.Words)), ("kind", one.It.Kind.ToString()), ("initiative", one.It.InitiativeId?.ToString() ?? ""), ("purpose", one.It.Purpose), ("place", one.It.Place), ("person", one.PersonId?.ToString() ?? ""),
        ("day", DayWords.Written(one.It.Day)), ("at", one.It.At.ToString("HH':'mm", CultureInfo.InvariantCulture)), ("minutes", one.It.Minutes.ToString(CultureInfo.InvariantCulture)), ("zone", one.It.Zone));

    private static async Task<Id<Initiative>?> Initiative(Form form, Viewer viewer, Db db)
    {
        if (form["initiative"].Length == 0) return null;
        if (Id<Initiative>.TryParse(form["initiative"], null, out var id) && await InitiativeAccess.ForReading(db, viewer, id) is not null) return id;
        form.Refuse("initiative", viewer.Words["one-to-ones.wrong.initiative"]);
        return null;
    }
}
