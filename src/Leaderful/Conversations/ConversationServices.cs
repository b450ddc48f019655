using Leaderful.Data;
using Leaderful.Live;

namespace Leaderful.Conversations;

public static class ConversationServices
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Reading>();
        services.AddSingleton<PostsCache>();
        services.AddSingleton<Threads>();
        services.AddSingleton<IOutboxHandler, PostPurge>();
        services.AddSingleton<IOutboxHandler, ConversationPurge>();
        services.AddHostedService(s => s.GetRequiredService<Reading>());
        services.AddSingleton<ILiveSource, ConversationLive>();
    }
}
