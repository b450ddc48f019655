using Leaderful.Data;

namespace Leaderful.Files;

/// <summary>Once the rows of files are gone, removes their bytes too.</summary>
public sealed class FileSweep(IServiceScopeFactory scopes, Blobs blobs, TimeProvider time) : IOutboxHandler
{
    public const string KindOfWork = "files.sweep";

    public string Kind => KindOfWork;

    public async Task Handle(OutboxRow row, CancellationToken stop)
    {
        if (row.Subject is not { } owner) return;
        await using var scope = scopes.CreateAsyncScope();
        await OrphanBlobs.Remove(scope.ServiceProvider.GetRequiredService<Db>(), blobs, new FileOwner(owner), time.Utc());
    }
}
