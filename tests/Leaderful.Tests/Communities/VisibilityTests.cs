using System.Net;
using Leaderful.Communities;
using Xunit;

namespace Leaderful.Tests.Communities;

/// <summary>Who may find it × who may join × who looks: what each sees, and whether each gets in.</summary>
public class VisibilityTests(CommunityWorld world) : IClassFixture<CommunityWorld>
{
    public static TheoryData<Finding, Joining, string, string> Table
    {
        get
        {
            var table = new TheoryData<Finding, Joining, string, string>();
            foreach (var finding in Enum.GetValues<Finding>())
                foreach (var joining in Enum.GetValues<Joining>())
                    foreach (var role in new[] { "anyone", "stranger", "other steward", "member", "steward" })
                        table.Add(finding, joining, role, Expected(finding, joining, role));
            return table;
        }
    }

    private static string Expected(Finding finding, Joining joining, string role) => (role, finding, joining) switch
    {
        ("member" or "steward", _, _) => "inside",
        ("anyone", Finding.Public, Joining.Invitation) => "told how",
        ("anyone", Finding.Public, _) => "may sign in",
        ("anyone", _, _) => "asked to sign in",
        (_, Finding.Hidden, _) => "nothing there",
        (_, _, Joining.Open) => "may join",
        (_, _, Joining.Request) => "may ask",
        _ => "told how",
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task What_is_seen_depends_on_who_looks(Finding finding, Joining joining, string role, string expected)
    {
        var community = await world.Found(finding, joining, "Why?");
        var visitor = Who(role);
        var page = await visitor.Get(community.Path);
        Assert.Equal(expected, Seen(page));

        Assert.Equal(expected is not ("asked to sign in" or "nothing there"), await IsListed(visitor, community));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Whoever_may_not_join_is_not_let_in_by_posting_either(Finding finding, Joining joining, string role, string expected)
    {
        if (role is "member" or "steward") return;
        var community = await world.Found(finding, joining, "Why?");
        var joined = await Who(role).Post($"{community.Path}/membership");
        var asked = await Who(role).Post($"{community.Path}/requests");
        if (role == "anyone")
        {
            Assert.All([joined, asked], a => Assert.Contains("/sign-in", a.Location, StringComparison.Ordinal));
            return;
        }
        Assert.Equal(expected == "may join" ? HttpStatusCode.SeeOther : HttpStatusCode.NotFound, joined.Status);
        // Where somebody has just joined, asking only leads them in.
        Assert.Equal(expected is "may ask" or "may join" ? HttpStatusCode.SeeOther : HttpStatusCode.NotFound, asked.Status);
        Assert.Equal(expected == "may join", await world.IsMember(Who(role), community));
    }

    private static async Task<bool> IsListed(Visitor visitor, Community community)
    {
        for (var path = "/communities"; path is not null;)
        {
            var page = await visitor.Get(path);
            if (page.Page.QuerySelector($"a[href='{community.Path}']") is not null) return true;
            path = page.Page.QuerySelectorAll("nav.pager a").Select(a => a.GetAttribute("href")).LastOrDefault(h => IsLater(h!, path));
        }
        return false;
    }

    private static bool IsLater(string next, string path) => Number(next) > Number(path);

    private static int Number(string path) => path.Split('=') is [_, var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1;

    private Visitor Who(string role) => role switch
    {
        "anyone" => world.Anyone(),
        "stranger" => world.Samir,
        "other steward" => world.Hanna,
        "member" => world.Ruth,
        _ => world.Ines,
    };

    private static string Seen(Screen page) => page switch
    {
        { Status: HttpStatusCode.SeeOther or HttpStatusCode.Redirect } when page.Location.Contains("/sign-in", StringComparison.Ordinal) => "asked to sign in",
        { Status: HttpStatusCode.NotFound } => "nothing there",
        { Status: HttpStatusCode.OK } when page.Page.QuerySelector("nav.contents") is not null => "inside",
        { Status: HttpStatusCode.OK } when page.Page.QuerySelector("form[action$='/membership']") is not null => "may join",
        { Status: HttpStatusCode.OK } when page.Page.QuerySelector("form[action$='/requests']") is not null => "may ask",
        { Status: HttpStatusCode.OK } when page.Page.QuerySelector("main a[href^='/sign-in']") is not null => "may sign in",
        { Status: HttpStatusCode.OK } => "told how",
        _ => page.Status.ToString(),
    };
}
