using System.Globalization;
using System.Text;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>Writes archives, brings them in, and looks at what became of them.</summary>
public static class Letterbox
{
    public static readonly DateTime Monday = new(2021, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public static string Letter(
        string id, string subject = "Night shifts", string by = "Ada Lovelace <ada@example.org>", int hour = 0, string answers = "", string references = "", string text = "A word.", string more = "")
    {
        var mail = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"From - {Monday.AddHours(hour):ddd MMM d HH:mm:ss yyyy}\n")).Append("From: ").Append(by).Append('\n');
        if (id.Length > 0) mail.Append("Message-ID: <").Append(id).Append(">\n");
        mail.Append("Subject: ").Append(subject).Append('\n');
        mail.Append("Date: ").Append(Monday.AddHours(hour).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)).Append(" +0000\n");
        if (answers.Length > 0) mail.Append("In-Reply-To: <").Append(answers).Append(">\n");
        if (references.Length > 0) mail.Append("References: ").AppendJoin(' ', references.Split(' ').Select(r => $"<{r}>")).Append('\n');
        return mail.Append(more).Append('\n').Append(text).Append("\n\n").ToString();
    }

    public static async Task<Community> NewCommunity(this World world) =>
        await world.Found(world.Ines, "List", $"list-{Guid.NewGuid():N}");

    public static Task<MailImport> BringIn(this World world, Community community, params string[] mails) =>
        world.BringIn(community, Encoding.UTF8.GetBytes(string.Concat(mails)));

    public static async Task<MailImport> BringIn(this World world, Community community, byte[] archive)
    {
        var path = Path.Combine(world.Folder, $"{Guid.NewGuid():N}.mbox");
        await File.WriteAllBytesAsync(path, archive);
        return await world.BringInFile(community, path);
    }

    public static Task<MailImport> BringInFile(this World world, Community community, string path) =>
        world.Services.GetRequiredService<ArchiveImports>().Run(ArchiveSource.At(path)!, community, Actor.House, _ => { }, CancellationToken.None);

    /// <summary>The mails of an mbox, each with the line before it.</summary>
    public static async Task<List<byte[]>> Split(string path)
    {
        var all = await File.ReadAllBytesAsync(path);
        var mails = new List<byte[]>();
        await foreach (var item in Leaderful.Mime.MboxReader.ReadAsync(new MemoryStream(all)))
            mails.Add(all[(int)item.Offset..(int)(item.Offset + item.Length)]);
        return mails;
    }

    public static byte[] Join(IEnumerable<byte[]> mails) => [.. mails.SelectMany(m => m)];

    /// <summary>Everything a reader sees of a community's conversations, the same for the same, in one text.</summary>
    public static async Task<string> Seen(this World world, Community community)
    {
        var posts = await world.Posts(community);
        var conversations = posts.GroupBy(p => p.ConversationId).Select(c =>
            $"{c.First().Title} ({c.First().PostCount}, begun {c.First().BegunAt:s} by {c.First().Beginner}, last {c.First().LastPostAt:s})\n"
            + string.Join('\n', c.OrderBy(p => p.Number).Select(p => $"  {p.Number} {p.At:s} {p.Author}: {p.Text.Length} {string.GetHashCode(p.Text, StringComparison.Ordinal):x}")));
        return string.Join('\n', conversations.Order(StringComparer.Ordinal));
    }

    public static Task<List<SeenPost>> Posts(this World world, Community community) => world.Read(db => (
        from p in db.The<Post>()
        join c in db.The<Conversation>() on p.ConversationId equals c.Id
        join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
        join a in db.The<Actor>() on t.AuthorId equals a.Id
        join ct in db.The<Thing>() on c.Id.As<Thing>() equals ct.Id
        join ca in db.The<Actor>() on ct.AuthorId equals ca.Id
        where p.CommunityId == community.Id
        orderby c.LastPostAt, p.Number
        select new SeenPost(p.Id, p.ConversationId, c.Title, c.PostCount, c.LastPostAt, ct.CreatedAt, ca.Name, p.Number, p.Text, p.Html, a.Name, t.CreatedAt)).ToListAsync());
}

public sealed record SeenPost(
    Id<Post> Id, Id<Conversation> ConversationId, string Title, int PostCount, DateTime LastPostAt, DateTime BegunAt, string Beginner,
    int Number, string Text, string Html, string Author, DateTime At);
