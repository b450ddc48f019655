using Leaderful.Accounts;
using Leaderful.Assets;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.OpenSpace.Wall;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

/// <summary>A commitment being made, and what it is made on.</summary>
public sealed record PromiseModel(Form Form, Id<Commitment> Key, IReadOnlyList<Rung> Rungs, DateTime Now)
{
    public AboutThing? On { get; init; }

    /// <summary>Some of whom one could ask, for whoever types a name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Somebody else is asked.</summary>
    public bool Asks => Form["ask"].Length > 0 || Form["doer"].Length > 0;

    public static string DraftIn(Here here) => $"new-commitment:{here.Id}";
}

/// <summary>What concerns one person in a community, each once, the first that fits.</summary>
public sealed record MyCommitmentsModel(IReadOnlyList<ListedCommitment> All, Id<Actor> Me, DateTime Now)
{
    /// <summary>How their page is followed, and up to where it shows it.</summary>
    public string Stream { get; init; } = "";
    public long Version { get; init; }

    public IReadOnlyList<ListedCommitment> Offered => Of(c => c.It.DoerId == Me && c.It.IsOffered);
    public IReadOnlyList<ListedCommitment> Mine => [.. Of(c => c.It.DoerId == Me && c.It.IsOpen).OrderBy(c => c.It.Due ?? DateOnly.MaxValue)];
    public IReadOnlyList<ListedCommitment> Asked => [.. Of(c => c.It.DoerId != Me && c.AuthorId == Me && !c.It.IsOver).OrderBy(c => c.It.Due ?? DateOnly.MaxValue)];
    public IReadOnlyList<ListedCommitment> ToMe => [.. Of(c => c.It.DoerId != Me && c.AuthorId != Me && !c.It.IsOver).OrderBy(c => c.It.Due ?? DateOnly.MaxValue)];
    public IReadOnlyList<ListedCommitment> Over => Of(c => c.It.IsOver);

    private List<ListedCommitment> Of(Func<ListedCommitment, bool> which) => [.. All.Where(which)];
}

/// <summary>One commitment with its course.</summary>
public sealed record CommitmentModel(ListedCommitment One, IReadOnlyList<CourseStep> Course, DateTime Now, Form Form)
{
    public AboutThing? On { get; init; }

    /// <summary>What was begun about it, and the pages that point to it.</summary>
    public IReadOnlyList<SpokenOf> About { get; init; } = [];
    public IReadOnlyList<SpokenOf> Pointing { get; init; } = [];

    /// <summary>Where it was asked of an offer: what is given for it.</summary>
    public string Gives { get; init; } = "";

    /// <summary>Where what is in the way could become a topic.</summary>
    public IReadOnlyList<OpenWall> Walls { get; init; } = [];

    public static async Task<CommitmentModel> Of(Db db, Viewer viewer, ListedCommitment one, DateTime now, Form? form = null) => new(one, await db.CourseOf(one), now, form ?? Form.Empty)
    {
        On = one.It.OriginId is { } origin ? await db.AnyThing(viewer, origin) : null, About = await db.ConversationsAbout(viewer, one.It.Id.As<Thing>()),
        Pointing = await db.PagesPointingTo(viewer, one.It.Id.As<Thing>()), Walls = one.It.BarredAt is null ? [] : await db.WallsOpenTo(viewer), Gives = await db.GivesOf(one.It.Id),
    };
}

public sealed record TermsModel(ListedCommitment One, Form Form, DateTime Now);
