using System.Globalization;
using Leaderful.Communities;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.People;

/// <summary>Who is here, as a table to take along: what everybody here sees of everybody, and no address, which is the person's own.</summary>
public static class MembersFile
{
    public static async Task<IResult> TakeAlong(Viewer viewer, Db db)
    {
        var (here, words) = (viewer.Here, viewer.Words);
        var members = await db.MembersOf(here.Id).ToListAsync();
        var rows = members.Select(m => new[] { m.Name, Day(m.JoinedAt), m.StewardSince is null ? words["people.file.member"] : here.StewardIn(words), m.StewardSince is { } since ? Day(since) : "" });
        string[] columns = [words["people.file.name"], words["people.file.since"], words["people.file.role"], words["people.file.role-since"]];
        return Results.File(Csv.Write([columns, .. rows]), Csv.ContentType, $"{here.Path.Split('/')[^1]}-{words["people.file.called"]}.csv");
    }

    /// <summary>As every spreadsheet reads it.</summary>
    private static string Day(DateTime when) => when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
