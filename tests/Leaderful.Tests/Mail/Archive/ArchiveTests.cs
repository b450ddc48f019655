using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Leaderful.Mime;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Leaderful.Tests.Mail.Archive.Letterbox;

namespace Leaderful.Tests.Mail.Archive;

/// <summary>A real list's archive: every mail once, in its place, whatever came first.</summary>
public class ArchiveTests(World world) : IClassFixture<World>
{
    private static string Maven => Corpora.PathOf("mbox/maven-dev-2017-11.mbox");

    [Fact]
    public async Task An_archive_becomes_conversations()
    {
        var list = await world.NewCommunity();
        var import = await world.BringInFile(list, Maven);
        var posts = await world.Posts(list);
        Assert.Equal((195, 195, 0, 0), (import.Read, import.Placed, import.AlreadyHere, import.Unread));
        Assert.NotNull(import.FinishedAt);
        Assert.Equal(new FileInfo(Maven).Length, import.Position);
        Assert.Equal(195, posts.Count);
        Assert.All(posts, p => Assert.NotEmpty(p.Html));
        Assert.All(posts, p => Assert.DoesNotContain('@', p.Author));
    }

    [Fact]
    public async Task Numbers_have_no_gap_and_the_last_post_is_the_newest()
    {
        var list = await world.NewCommunity();
        await world.BringInFile(list, Maven);
        foreach (var conversation in (await world.Posts(list)).GroupBy(p => p.ConversationId))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()), conversation.Select(p => p.Number));
            Assert.Equal(conversation.Count(), conversation.First().PostCount);
            Assert.Equal(conversation.Max(p => p.At), conversation.First().LastPostAt);
            Assert.Equal(conversation.Skip(1).OrderBy(p => p.At).Select(p => p.At), conversation.Skip(1).Select(p => p.At));
        }
    }

    [Fact]
    public async Task Mails_stand_together_as_the_library_threads_them()
    {
        var list = await world.NewCommunity();
        await world.BringInFile(list, Maven);
        var entries = await world.Read(db => db.The<MailEntry>().Where(e => e.CommunityId == list.Id && e.PostId != null).ToListAsync());
        var mails = (await Split(Maven)).ConvertAll(m => MailMessage.Parse(m));
        var roots = MailThreading.Link(mails.Select(MailThreadEntry.Of)).ToDictionary(l => MailEntry.IdOf(list.Id, l.Id), l => l.RootId);
        Assert.Equal(
            Partition(mails.Select(m => MailEntry.IdOf(list.Id, MailIds.Of(m))), id => roots[id]),
            Partition(entries.Select(e => e.Id), id => entries.Single(e => e.Id == id).ConversationId.ToString()));
    }

    [Fact]
    public async Task Brought_in_again_in_whatever_order_it_changes_nothing()
    {
        var list = await world.NewCommunity();
        await world.BringInFile(list, Maven);
        var before = await world.Seen(list);
        var again = await world.BringInFile(list, Maven);
        Assert.Equal((195, 0, 195), (again.Read, again.Placed, again.AlreadyHere));
        var mails = await Split(Maven);
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mails));
        await world.BringIn(list, Join(mails));
        Assert.Equal(before, await world.Seen(list));
    }

    [Theory]
    [InlineData("halves")]
    [InlineData("halves, the later first")]
    [InlineData("reversed")]
    [InlineData("shuffled")]
    [InlineData("shuffled, in many pieces")]
    public async Task Brought_in_piece_by_piece_it_is_what_it_is_as_a_whole(string how)
    {
        var (whole, list) = (await world.NewCommunity(), await world.NewCommunity());
        await world.BringInFile(whole, Maven);
        foreach (var piece in Pieces(await Split(Maven), how)) await world.BringIn(list, Join(piece));
        Assert.Equal(await world.Seen(whole), await world.Seen(list));
    }

    [Fact]
    public async Task One_communitys_archive_is_nothing_to_another()
    {
        var (one, other) = (await world.NewCommunity(), await world.NewCommunity());
        await world.BringIn(one, Letter("a@x"));
        var import = await world.BringIn(other, Letter("a@x"));
        Assert.Equal(1, import.Placed);
        var authors = await world.Read(db => db.The<Actor>().Where(a => a.CommunityId == one.Id || a.CommunityId == other.Id).ToListAsync());
        Assert.Equal(2, authors.Count);
    }

    private static IEnumerable<IEnumerable<byte[]>> Pieces(List<byte[]> mails, string how)
    {
        var shuffled = mails.ToArray();
        new Random(41).Shuffle(shuffled);
        return how switch
        {
            "halves" => [mails.Take(97), mails.Skip(97)],
            "halves, the later first" => [mails.Skip(97), mails.Take(97)],
            "reversed" => [mails.AsEnumerable().Reverse()],
            "shuffled" => [shuffled],
            _ => shuffled.Chunk(13),
        };
    }

    private static string Partition(IEnumerable<Id<MailEntry>> ids, Func<Id<MailEntry>, string> of) =>
        string.Join('\n', ids.Distinct().GroupBy(of, StringComparer.Ordinal).Select(g => string.Join(' ', g.Select(i => i.ToString()).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
