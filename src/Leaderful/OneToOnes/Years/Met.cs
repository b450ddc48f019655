using Leaderful.Data;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OneToOnes.Years;

/// <summary>Somebody I met, or am to meet: on which days of the last twelve months, and when next.</summary>
public sealed record Met(string Name, IReadOnlyList<DateTime> Times, DateTime? Next);

public static class MetQueries
{
    public const int Months = 12;
    private const int Most = 500;

    /// <summary>Those met lately first. Several meetings with one person are one line; a name that is typed is told by the name.</summary>
    public static async Task<IReadOnlyList<Met>> MetOf(this Db db, Viewer viewer, DateTime now)
    {
        var since = now.AddMonths(-Months);
        var all = await db.OneToOnesOf(viewer, db.The<Thing>().Where(t => t.DeletedAt == null),
            db.The<OneToOne>().Where(o => o.LeftAt == null && ((o.HeldAt != null && o.StartsAt > since) || (o.HeldAt == null && o.StartsAt > now)))).Take(Most).ToListAsync();
        return [.. all.GroupBy(o => o.It.WithId is { } who ? who.ToString() : $"name {Shared.Folded.Of(o.It.WithName)}")
            .Select(g => new Met(g.First().Name(viewer.Words), [.. g.Where(o => o.It.HeldAt is not null).Select(o => o.It.StartsAt).Order()], g.Where(o => o.It.HeldAt is null).Select(o => (DateTime?)o.It.StartsAt).Min()))
            .OrderByDescending(m => m.Times.Count > 0 ? m.Times[^1] : DateTime.MinValue).ThenBy(m => m.Next)];
    }
}
