using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

public static class SettingsEndpoints
{
    private const int MostQuestions = 8;

    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var stewards = app.MapGroup("/c/{community}/settings").ForStewards("they set what the community is called, who finds it and who joins");
        stewards.MapGet("", Show);
        stewards.MapWelcome();
        stewards.MapPost("", Keep).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Show(Viewer viewer, Db db)
    {
        var now = await db.The<Community>().SingleAsync(c => c.Id == viewer.Here.Id);
        return Screen.Show<SettingsPage, Form>(Form.With(
            ("name", now.Name), ("purpose", now.Purpose), ("finding", now.Finding.ToString()), ("joining", now.Joining.ToString()),
            ("questions", now.Questions), ("steward-word", now.StewardWord), ("mark", now.Mark),
            ("dye", Dyes.NameOf(now.Dye) ?? "own"), ("hue", Dyes.HueOf(now.Dye).ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<IResult> Keep(Form form, Viewer viewer, Writes writes)
    {
        var wish = Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<SettingsPage, Form>(form);
        await writes.Do(unit => unit.Set(viewer.Here.Id, viewer.Me.ActorId, wish));
        return Screen.Go($"{viewer.Here.Path}/settings", new Done("settings.kept"));
    }

    private static Action<Community> Read(Form form, Words words)
    {
        var (name, purpose) = NewCommunities.ReadNameAndPurpose(form, words);
        var questions = ReadQuestions(form, words);
        var word = form.Line("steward-word", 40, words["settings.steward-word-long"]);
        var dye = form["dye"] == "own" ? ReadHue(form, words) : Dyes.Named(form["dye"]);
        return community =>
        {
            (community.Name, community.Purpose, community.Questions, community.StewardWord) = (name, purpose, questions, word);
            (community.Finding, community.Joining) = (form.Choice("finding", community.Finding), form.Choice("joining", community.Joining));
            community.Dye = dye ?? community.Dye;
            community.Mark = Marks.All.Contains(form["mark"]) ? form["mark"] : community.Mark;
        };
    }

    private static string ReadQuestions(Form form, Words words)
    {
        var lines = form.Text("questions", 2000, words["settings.questions-long"])
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count > MostQuestions || lines.Any(l => l.Length > 300)) form.Refuse("questions", words["settings.questions-long"]);
        return string.Join('\n', lines);
    }

    /// <summary>Only the hue is theirs: what reaches a page's style is written by us around a number.</summary>
    private static string? ReadHue(Form form, Words words)
    {
        if (int.TryParse(form["hue"], NumberStyles.None, CultureInfo.InvariantCulture, out var hue) && hue is >= 0 and < 360) return Dyes.OfHue(hue);
        form.Refuse("hue", words["settings.hue-wrong"]);
        return null;
    }
}
