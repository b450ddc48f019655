using System.Security.Cryptography;
using System.Text;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Mail.Archive;
using Leaderful.Pages;
using Leaderful.Shared.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Leaderful.Soak;

/// <summary>A data folder looked at from inside, while no child works on it.</summary>
public sealed class Instance : IAsyncDisposable
{
    public const string Slug = "list";

    private readonly WebApplication app;

    private Instance(WebApplication app) => this.app = app;

    public static async Task<Instance> Open(Settings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddHouse(settings);
        builder.Services.AddData(settings);
        builder.Services.AddFiles();
        builder.Services.AddArchive();
        var program = builder.Build();
        await program.Services.MigrateData();
        return new Instance(program);
    }

    public Task Found() => app.Services.GetRequiredService<Writes>().Do(unit =>
    {
        unit.Found(unit.Register("Ines Okoro", "ines@example.org"), "List", Slug);
    });

    /// <summary>Pages with nothing on them, and the cookie of somebody who may write on them.</summary>
    public Task<(string Cookie, IReadOnlyList<string> Pages)> BeginPages(int count) => app.Services.GetRequiredService<Writes>().Do(async unit =>
    {
        var (community, person) = (await unit.Db.The<Community>().SingleAsync(), await unit.Db.The<Person>().SingleAsync());
        var pages = new List<string>();
        for (var n = 0; n < count; n++) pages.Add((await unit.BeginPage(person.ActorId, community.Id, community.ScopeId, $"Page {n}")).ToString());
        return (unit.SignIn(person, "soak"), (IReadOnlyList<string>)pages);
    });

    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Everything the import left, in one hash; the same for the same.</summary>
    public async Task<string> Seen()
    {
        var rows = await Read(db => (
            from p in db.The<Post>()
            join c in db.The<Conversation>() on p.ConversationId equals c.Id
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join a in db.The<Actor>() on t.AuthorId equals a.Id
            select new { c.Id, c.Title, c.PostCount, c.LastPostAt, p.Number, p.Text, p.Html, p.FileCount, a.Name, t.CreatedAt }).ToListAsync());
        var conversations = rows.GroupBy(r => r.Id).Select(c =>
            $"{c.First().Title}|{c.First().PostCount}|{c.First().LastPostAt:O}\n{string.Join('\n', c.OrderBy(p => p.Number).Select(p => $"{p.Number}|{p.CreatedAt:O}|{p.Name}|{p.FileCount}|{p.Text}|{p.Html.Length}"))}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', conversations.Order(StringComparer.Ordinal)))));
    }

    /// <summary>Files whose bytes are not what their row says, and blobs that no row names.</summary>
    public async Task<(int Wrong, int Orphans)> Files()
    {
        var blobs = app.Services.GetRequiredService<Blobs>();
        var files = await Read(db => db.The<Attachment>().ToListAsync());
        var unread = await Read(db => db.The<UnreadMail>().ToListAsync());
        var wrong = files.Count(f => !File.Exists(blobs.PathOf(f.Owner, f.BlobName)) || !SHA256.HashData(File.ReadAllBytes(blobs.PathOf(f.Owner, f.BlobName))).AsSpan().SequenceEqual(f.Sha256));
        wrong += unread.Count(u => !File.Exists(blobs.PathOf(u.CommunityId, u.BlobName)));
        var folder = app.Services.GetRequiredService<Settings>().BlobFolder;
        var there = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count() : 0;
        return (wrong, there - files.Count - unread.Count + wrong);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
