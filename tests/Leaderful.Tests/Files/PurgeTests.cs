using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Files;

/// <summary>When the bin is emptied, files go with the words, and a later import does not bring them back.</summary>
public class PurgeTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Files_go_with_the_words()
    {
        var mail = Letterbox.Letter("purged@x", "Purged", more: "Content-Type: multipart/mixed; boundary=b\n", text: "--b\n\nSee.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThe file.\n--b--");
        await world.BringIn(world.Millbrook, mail);
        var post = (await world.Posts(world.Millbrook)).Single(p => p.Title == "Purged");
        await world.Writes.Do(unit => unit.TakeDown(world.Ines.Person.ActorId, post.Id));
        world.Time.Advance(Bin.Keeps + TimeSpan.FromHours(1));
        await world.Writes.Do(unit => unit.Purge(post.Id));
        Assert.False(await world.Read(db => db.The<Attachment>().AnyAsync(a => a.ThingId == post.Id.As<Thing>())));
        var later = world.Time.GetUtcNow().UtcDateTime + OrphanBlobs.Rest;
        Assert.True(await world.Read(db => db.The<OutboxRow>().AnyAsync(o => o.Kind == FileSweep.KindOfWork && o.Subject == world.Millbrook.Id.Value && o.DueAt > later)));
        var again = await world.BringIn(world.Millbrook, mail);
        Assert.Equal((0, 1), (again.Placed, again.AlreadyHere));
        Assert.Equal("", (await world.Post(post.ConversationId, 1)).Text);
    }
}
