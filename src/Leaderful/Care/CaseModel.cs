using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

public sealed record ToldReport(Id<Actor> ById, string By, string Text, DateTime At, string? Agreement, string? AgreementHtml);

public sealed record ToldDecision(string By, Verdict Verdict, string Why, DateTime At, string? Agreement, Id<Agreement>? AgreementId);

public sealed record CaseModel(CareView View, IReadOnlyList<ToldReport> Reports, IReadOnlyList<ToldDecision> Decisions, IReadOnlyList<CareAnswer> Answers, IReadOnlyList<Agreed> Agreements, Form Form)
{
    public CarePost Post => View.Post;

    /// <summary>What came with the post, while it stands: files of what was taken down are closed.</summary>
    public IReadOnlyList<ListedFile> Files { get; private init; } = [];

    /// <summary>
    /// What its author withdrew can be left standing or folded; there is nothing to take down. What they were asked to mend, and wrote
    /// anew since, can be good as it is now.
    /// </summary>
    public IReadOnlyList<Verdict> MayBe =>
        Post.IsWithdrawn ? [Verdict.Unfolded, Verdict.Kept] : [.. Enum.GetValues<Verdict>().Where(v => v != Verdict.Accepted || IsMended(Post, Decisions))];

    private static bool IsMended(CarePost post, IReadOnlyList<ToldDecision> decisions) => decisions is [.., { Verdict: Verdict.Mend } last] && post.EditedAt >= last.At;

    public static async Task<CaseModel> Of(Db db, Viewer viewer, CareView view, Form? form = null)
    {
        var (id, me) = (view.Case.Id, viewer.Me.ActorId);
        var reports = await ReportsOn(db, id).ToListAsync();
        var decisions = await DecisionsOn(db, id).ToListAsync();
        return new CaseModel(
            view,
            view.Role == CareRole.Reporter ? [.. reports.Where(r => r.ById == me)] : reports,
            decisions,
            view.Role == CareRole.Reporter ? [] : await db.The<CareAnswer>().Where(a => a.CaseId == id).OrderBy(a => a.At).ToListAsync(),
            view.Role == CareRole.Steward ? await db.AgreementsOf(viewer.Here.Id) : [],
            form ?? FirstForm(view.Post, decisions)) { Files = await FilesOf(db, view.Post) };
    }

    private static async Task<IReadOnlyList<ListedFile>> FilesOf(Db db, CarePost post)
    {
        if (post.DeletedAt is not null) return [];
        var thing = post.Id.As<Thing>();
        return [.. (await PostAttachments.Of(db, [thing]))[thing]];
    }

    /// <summary>As it was decided last; what was mended since is looked at anew.</summary>
    private static Form FirstForm(CarePost post, List<ToldDecision> decisions) =>
        decisions.Count > 0 && !IsMended(post, decisions) ? Form.With(("verdict", decisions[^1].Verdict.ToString()), ("agreement", decisions[^1].AgreementId?.ToString() ?? CareTexts.Else)) : Form.Empty;

    private static IQueryable<ToldReport> ReportsOn(Db db, Id<CareCase> id) =>
        from r in db.The<CareReport>()
        join who in db.The<Actor>() on r.ById equals who.Id
        from v in db.The<AgreementVersion>().Where(v => v.AgreementId == r.AgreementId && v.Number == r.AgreementVersion).DefaultIfEmpty()
        where r.CaseId == id
        orderby r.At, r.Id
        select new ToldReport(r.ById, who.Name, r.Text, r.At, v!.Title, v.Html);

    private static IQueryable<ToldDecision> DecisionsOn(Db db, Id<CareCase> id) =>
        from d in db.The<CareDecision>()
        join who in db.The<Actor>() on d.ById equals who.Id
        from v in db.The<AgreementVersion>().Where(v => v.AgreementId == d.AgreementId && v.Number == d.AgreementVersion).DefaultIfEmpty()
        where d.CaseId == id
        orderby d.At, d.Id
        select new ToldDecision(who.Name, d.Verdict, d.Why, d.At, v!.Title, d.AgreementId);
}
