using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>Mails as bad as they come: each placed, or listed with its reason. None lost, none fatal.</summary>
public class TortureTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("mail-torture")]
    [InlineData("mail-misc")]
    [InlineData("uploads-hostile")]
    public async Task Every_file_is_placed_or_listed(string corpus)
    {
        var list = await world.NewCommunity();
        var folder = Corpora.PathOf(corpus);
        var import = await world.BringInFile(list, folder);
        Assert.True(import.Read >= Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(f => !Path.GetFileName(f).StartsWith('.')));
        Assert.Equal(import.Read, import.Placed + import.AlreadyHere + import.Unread);
        Assert.Equal(import.Placed, (await world.Posts(list)).Count);
        Assert.Equal(import.Unread, await world.Read(db => db.The<UnreadMail>().CountAsync(u => u.ImportId == import.Id)));
        Assert.Equal(0, await world.Read(db => db.The<UnreadMail>().CountAsync(u => u.ImportId == import.Id && u.Reason == UnreadReason.Fault)));
        Assert.Equal(100, import.Percent);
        var again = await world.BringInFile(list, folder);
        Assert.Equal((0, import.Unread), (again.Placed, again.Unread));
    }

    [Fact]
    public async Task What_could_not_be_read_is_kept_byte_by_byte()
    {
        var list = await world.NewCommunity();
        var import = await world.BringIn(list, "\0\0 no mail at all\n"u8.ToArray());
        var unread = await world.Read(db => db.The<UnreadMail>().SingleAsync(u => u.ImportId == import.Id));
        Assert.Equal((1, 0L, UnreadReason.NoMail), (unread.Number, unread.Offset, unread.Reason));
        Assert.Equal("\0\0 no mail at all\n"u8.ToArray(), await File.ReadAllBytesAsync(Path.Combine(world.Folder, "blobs", list.Id.ToString(), unread.BlobName)));
    }

    [Fact]
    public async Task A_mail_with_nothing_in_it_is_listed()
    {
        var list = await world.NewCommunity();
        var import = await world.BringIn(list, "From - Mon Mar  1 09:00:00 2021\nFrom: ada@example.org\nMessage-ID: <a@x>\n\n\n", Letterbox.Letter("b@x"));
        Assert.Equal((2, 1, 1), (import.Read, import.Placed, import.Unread));
    }

    [Fact]
    public async Task A_packed_archive_is_read_as_it_is()
    {
        var list = await world.NewCommunity();
        var path = Path.Combine(world.Folder, "2021-March.txt.gz");
        await using (var packed = new System.IO.Compression.GZipStream(File.Create(path), System.IO.Compression.CompressionLevel.Fastest))
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Letterbox.Letter("a@x") + Letterbox.Letter("b@x", hour: 1)));
        var import = await world.BringInFile(list, path);
        Assert.Equal((2, 2, import.Bytes), (import.Read, import.Placed, import.Position));
    }
}
