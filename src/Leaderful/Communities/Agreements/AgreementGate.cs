using Leaderful.Accounts;
using Leaderful.Data;
using Leaderful.Shared.Views;

namespace Leaderful.Communities.Agreements;

/// <summary>
/// When an agreement changes, members are asked on their next visit, and can put it off for a week. Reading leads to the
/// question at once; what somebody is in the middle of writing is only held back once the week is over.
/// </summary>
public static class AgreementGate
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Reachable without having accepted: the agreements themselves and the way out.</summary>
    public static T BeforeAgreeing<T>(this T routes) where T : IEndpointConventionBuilder => routes.WithMetadata(new Exempt());

    /// <summary>Whether somebody reads nothing there until they have answered.</summary>
    public static bool KeepsFromReading(Here here, DateTime now) => here.WaitingSince is not null && now >= (here.PutOffUntil ?? now);

    /// <summary>Whether somebody reads what stands on this rung of a community, wherever in the house they are.</summary>
    public static bool LetsRead(Session me, Id<Community> community, Id<Scope> rung, DateTime now) =>
        me.In(community) is { } here && !KeepsFromReading(here, now) && me.Scopes.Contains(rung);

    public static IResult? Bar(HttpContext context, Here here)
    {
        if (here.WaitingSince is not { } since || context.GetEndpoint()?.Metadata.GetMetadata<Exempt>() is not null) return null;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().Utc();
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (now < (here.PutOffUntil ?? (reads ? now : since + Grace))) return null;
        return Screen.Go($"{here.Path}/agreements/waiting{(reads ? Return(context.Request) : "")}");
    }

    private static string Return(HttpRequest request) => $"?return={Uri.EscapeDataString(request.Path + request.QueryString)}";

    private sealed record Exempt;
}
