using Leaderful.Shared.Web;

namespace Leaderful.OpenSpace.Preparing;

public static class PreparingServices
{
    private const string Space = "/c/{community}/gatherings/{id}";

    public static void MapPreparing(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup(Space).ForMembers("whoever sees the gathering reads how it is prepared; its own door says who prepares and who holds it");
        members.MapPreparingPage();
        members.MapParts();
        members.MapPreparingQuestions();
        members.MapLeeway();
        members.MapChecklist();
        members.MapGivens();
        members.MapGivenAnswers();
        members.MapPledges();
        members.MapCopies();
        app.MapGroup(Space).ForRoom("what is given holds for everybody in the room, so all of them read it and may ask whether it still does").MapGivenRoom();
    }
}
