using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Shared.Parts;

public static class PartsEndpoints
{
    public static void MapParts(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/parts").ForAnyone("shows only what the house is made of").MapGet("", Show);

    private static IResult Show(Sprite sprite, Viewer viewer)
    {
        var form = Form.With(("what", ""), ("more", "We tried it on Ward 4 for a week."), ("day", "yesterday"));
        form.Refuse("day", viewer.Words["parts.fields.day-wrong"]);
        return Screen.Show<PartsPage, PartsModel>(new PartsModel(sprite.Icons, sprite.Seals, form));
    }
}

public sealed record PartsModel(IReadOnlyList<string> Icons, IReadOnlyList<string> Seals, Form Form);
