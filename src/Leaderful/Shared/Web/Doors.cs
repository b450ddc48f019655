using Leaderful.Accounts;
using Leaderful.Accounts.Guests;
using Leaderful.Communities.Agreements;
using Leaderful.Data;

namespace Leaderful.Shared.Web;

/// <summary>Who may use a route, and why. Every route has one; a test lists them all.</summary>
public sealed record Door(Who For, string Because);

public enum Who { Anyone, People, Members, Stewards, Operators, Room }

public static class Doors
{
    public static T ForAnyone<T>(this T routes, string because) where T : IEndpointConventionBuilder =>
        routes.AllowAnonymous().WithMetadata(new Door(Who.Anyone, because));

    public static T ForPeople<T>(this T routes, string because) where T : IEndpointConventionBuilder =>
        routes.WithMetadata(new Door(Who.People, because));

    /// <summary>The route has a <c>{community}</c>; to whoever is not in it, it looks as though it were not there.</summary>
    public static RouteGroupBuilder ForMembers(this RouteGroupBuilder routes, string because) =>
        routes.WithMetadata(new Door(Who.Members, because)).AddEndpointFilter((context, next) => Enter(context, next, here => true));

    /// <summary>The route has a <c>{community}</c> and the gathering's <c>{id}</c>; whoever came in by the code in the room is let in beside the members.</summary>
    public static RouteGroupBuilder ForRoom(this RouteGroupBuilder routes, string because) =>
        routes.AllowAnonymous().WithMetadata(new Door(Who.Room, because)).AddEndpointFilter(EnterRoom);

    public static RouteGroupBuilder ForStewards(this RouteGroupBuilder routes, string because) =>
        routes.WithMetadata(new Door(Who.Stewards, because)).AddEndpointFilter((context, next) => Enter(context, next, here => here.IsSteward));

    public static RouteGroupBuilder ForOperators(this RouteGroupBuilder routes, string because) =>
        routes.WithMetadata(new Door(Who.Operators, because)).AddEndpointFilter((context, next) =>
            Viewer(context).Session is { IsOperator: true } ? next(context) : new ValueTask<object?>(Results.NotFound()));

    private static ValueTask<object?> Enter(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Func<Here, bool> may)
    {
        var viewer = Viewer(context);
        if (context.HttpContext.GetRouteValue("community") is string slug && viewer.Session?.In(slug) is { } here && may(here))
        {
            viewer.Enter(here);
            return AgreementGate.Bar(context.HttpContext, here) is { } bar ? new ValueTask<object?>(bar) : next(context);
        }
        return new ValueTask<object?>(Results.NotFound());
    }

    private static async ValueTask<object?> EnterRoom(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (viewer, values) = (Viewer(context), context.HttpContext.Request.RouteValues);
        var slug = values["community"] as string ?? "";
        if (viewer.Session?.In(slug) is not null) return await Enter(context, next, here => true);
        if (await context.HttpContext.RequestServices.GetRequiredService<GuestPasses>().Of(context.HttpContext) is { } guest
            && guest.Around.Slug == slug && Id<Thing>.TryParse(values["id"] as string, null, out var room) && room == guest.RoomId)
        {
            viewer.Enter(guest);
            return await next(context);
        }
        return viewer.Session is null ? Results.Challenge() : Results.NotFound();
    }

    private static Viewer Viewer(EndpointFilterInvocationContext context) =>
        context.HttpContext.RequestServices.GetRequiredService<Viewer>();
}
