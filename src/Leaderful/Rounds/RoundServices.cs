using Leaderful.Data;
using Leaderful.Rounds.Letters;
using Leaderful.Shared.Web;

namespace Leaderful.Rounds;

public static class RoundServices
{
    public static void AddRounds(this IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, InvitingToRound>();
        services.AddSingleton<IOutboxHandler, TellingPairs>();
        services.AddSingleton<IOutboxHandler, AskingWhetherMet>();
        services.AddSingleton<IOutboxHandler, MendingRounds>();
        services.AddSingleton<IOutboxHandler, RoundPurging>();
    }

    public static void MapRounds(this IEndpointRouteBuilder app)
    {
        var rounds = app.MapGroup("/c/{community}/rounds").ForMembers("a round is there for those who belong to what it hangs on, as its own door says; the rest is each one's own");
        rounds.MapRoundPages();
        rounds.MapOwnRounds();
        rounds.MapRoundTending();
        app.MapRoundLinks();
    }
}
