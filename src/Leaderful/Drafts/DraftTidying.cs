using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Drafts;

/// <summary>What nobody went on with for thirty days goes, whether it was thrown away or forgotten.</summary>
public sealed class DraftTidying(Writes writes, ILogger<DraftTidying> log) : Recurring(TimeSpan.FromHours(6), log)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Task Tidy(Unit unit)
    {
        var before = unit.Now - Kept;
        return unit.Db.The<Draft>().Where(d => d.KeptAt < before || unit.Db.The<Thing>().Any(t => t.Id == d.Becomes)).ExecuteDeleteAsync();
    }

    protected override string Trouble => "Old drafts could not be tidied away; we try again in six hours.";

    protected override Task Round(CancellationToken stop) => writes.Do(Tidy, stop);
}
