using System.Globalization;
using System.Text;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Data;
using Leaderful.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Communities.Bringing;

/// <summary>Writes lists of people, sends them as a browser does, and waits for what becomes of them.</summary>
public static class Lists
{
    public static string Csv(int people, string domain) => "Name,E-mail\n" + string.Concat(Enumerable.Range(1, people).Select(n => string.Create(CultureInfo.InvariantCulture, $"Person {n},p{n}@{domain}\n")));

    public static string NewDomain() => $"{Guid.NewGuid():N}.example";

    public static async Task<Screen> Upload(this Visitor visitor, Community community, byte[] file, string name = "people.csv")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent(""), "text" } };
        return await Screen.Of(await visitor.Client.PostAsync($"{community.Path}/bringing", form));
    }

    public static Task<Screen> Upload(this Visitor visitor, Community community, string file) => visitor.Upload(community, Encoding.UTF8.GetBytes(file));

    /// <summary>The page of a list that was taken.</summary>
    public static async Task<Screen> Bring(this Visitor visitor, Community community, string file)
    {
        var answer = await visitor.Upload(community, file);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return await visitor.Follow(answer);
    }

    public static string PathOf(this Screen screen) => screen.Response.RequestMessage!.RequestUri!.AbsolutePath;

    public static Id<GuestList> ListOf(this Screen screen) => Id<GuestList>.Parse(screen.PathOf().Split('/')[^1], null);

    /// <summary>How many the page says stand so.</summary>
    public static int Count(this Screen screen, string what) => int.Parse(
        screen.Page.QuerySelectorAll("table.set tr").Single(r => r.TextContent.Contains(what, StringComparison.Ordinal)).QuerySelector(".n")!.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    public static Task<GuestList> TheList(this World world, Id<GuestList> id) => world.Read(db => db.The<GuestList>().SingleAsync(l => l.Id == id));

    public static Task<int> RowsOf(this World world, Id<GuestList> id) => world.Read(db => db.The<GuestRow>().CountAsync(r => r.ListId == id));

    public static Task<List<string>> MailedAt(this World world, string domain) => world.Read(db => db.The<QueuedMail>().Where(m => m.To.EndsWith("@" + domain)).Select(m => m.To).ToListAsync());

    public static async Task<GuestList> Ended(this World world, Id<GuestList> id)
    {
        for (var wait = 0; wait < 600; wait++)
        {
            if (await world.TheList(id) is { EndedAt: not null } list) return list;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The list did not end.");
    }

    public static async Task<GuestList> Begun(this World world, Id<GuestList> id)
    {
        for (var wait = 0; wait < 600; wait++)
        {
            if (await world.TheList(id) is { Invited: > 0 } list) return list;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("Nobody was invited.");
    }
}
