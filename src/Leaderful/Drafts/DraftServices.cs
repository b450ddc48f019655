namespace Leaderful.Drafts;

public static class DraftServices
{
    public static void AddDrafts(this IServiceCollection services) => services.AddHostedService<DraftTidying>();
}
