using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities;

/// <summary>Beginning a community: a name is enough.</summary>
public static class NewCommunities
{
    private const int Tries = 5;

    public static void MapFounding(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/communities").ForPeople("whoever has an account may begin a community");
        people.MapGet("/new", () => Screen.Show<NewCommunityPage, Form>(Form.Empty));
        people.MapPost("", Begin).RequireRateLimiting(RateLimits.Writing);
    }

    private static async Task<IResult> Begin(Form form, Viewer viewer, Writes writes)
    {
        var (name, purpose) = ReadNameAndPurpose(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<NewCommunityPage, Form>(form);
        var community = await Found(writes, viewer, name, purpose);
        return Screen.Go(community.Path, new Done("community.begun", Draft: "new-community"));
    }

    public static (string Name, string Purpose) ReadNameAndPurpose(Form form, Words words) =>
        (form.Line("name", 80, words["community.name-long"], words["community.name-missing"]), form.Text("purpose", 400, words["community.purpose-long"]));

    /// <summary>Two of one name at the same moment find the same slug free; the second looks again.</summary>
    private static async Task<Community> Found(Writes writes, Viewer viewer, string name, string purpose)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writes.Do(async unit =>
                    unit.Found(await unit.ThePerson(viewer.Me.PersonId), name, await unit.FreeSlug(name), purpose));
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
            }
        }
    }
}
