using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared.Web;

namespace Leaderful.Commitments;

public static class CommitmentServices
{
    public static void AddCommitments(this IServiceCollection services)
    {
        services.AddScoped<Doing>();
        services.AddSingleton<IOutboxHandler, RemindingBefore>();
        services.AddSingleton<IOutboxHandler, AskingAfter>();
        services.AddSingleton<IOutboxHandler, CommitmentPurging>();
        services.AddSingleton<ILiveSource, CommitmentLive>();
        services.AddSingleton<ILiveSource, PromisesLive>();
        foreach (var kind in new[] { LedgerLive.Open, LedgerLive.Own })
            services.AddSingleton<ILiveSource>(s => new LedgerLive(kind, s.GetRequiredService<Fragments>(), s.GetRequiredService<TimeProvider>()));
    }

    public static void MapCommitments(this IEndpointRouteBuilder app)
    {
        var commitments = app.MapGroup("/c/{community}/commitments").ForMembers("a commitment is read by whoever reads its rung; its own door says who answers");
        commitments.MapCommitmentPages();
        commitments.MapAnswering();
        app.MapAnswers();
        app.MapReminders();
    }
}
