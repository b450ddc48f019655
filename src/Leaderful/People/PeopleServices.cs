using Leaderful.Data;

namespace Leaderful.People;

public static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services) => services.AddSingleton<IOutboxHandler, PortraitPurge>();

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapMembers();
        app.MapPortrait();
        app.MapPhoto();
        app.MapSomebody();
    }
}
