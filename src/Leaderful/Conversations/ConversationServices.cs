using Leaderful.Live;

namespace Leaderful.Conversations;

public static class ConversationServices
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Reading>();
        services.AddHostedService(s => s.GetRequiredService<Reading>());
        services.AddSingleton<ILiveSource, ConversationLive>();
    }
}
