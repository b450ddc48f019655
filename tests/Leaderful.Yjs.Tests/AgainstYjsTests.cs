using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>Random documents, in both directions: what Yjs writes is read here, and what is written here is read by Yjs.</summary>
public class AgainstYjsTests(NodePeer yjs) : IClassFixture<NodePeer>
{
    static readonly Arbitrary<(int Seed, int People, int Steps)> Cases =
        Gen.Choose(1, 1_000_000).SelectMany(seed => Gen.Choose(1, 4).SelectMany(people => Gen.Choose(1, 40).Select(steps => (seed, people, steps)))).ToArbitrary();

    static void Check(Action<(int Seed, int People, int Steps)> law) => Prop.ForAll(Cases, law).Check(LawConfig.Quick);

    static byte[] Bytes(JsonNode node) => Convert.FromBase64String(node.GetValue<string>());

    static string[] Base64(IEnumerable<byte[]> updates) => [.. updates.Select(Convert.ToBase64String)];

    JsonNode Simulate((int Seed, int People, int Steps) of) => yjs.Ask(new { ask = "simulate", seed = of.Seed, people = of.People, steps = of.Steps });

    JsonNode Read(IEnumerable<byte[]> updates, bool v2 = false) => yjs.Ask(new { ask = "read", updates = Base64(updates), v2 });

    static byte[][] Updates(JsonNode answer) => [.. answer["updates"]!.AsArray().Select(u => Bytes(u!))];

    static byte[][] Shuffled(byte[][] updates, int seed)
    {
        var random = new Random(seed);
        byte[][] twice = [.. updates, .. updates.Where(_ => random.Next(3) == 0)];
        random.Shuffle(twice);
        return twice;
    }

    static YDoc Document(IEnumerable<byte[]> updates)
    {
        var doc = new YDoc();
        foreach (var update in updates) doc.ApplyUpdate(update);
        return doc;
    }

    [Fact]
    public void What_Yjs_writes_is_read_whatever_the_order_and_however_often() => Check(of =>
    {
        var answer = Simulate(of);
        var (updates, expected) = (Updates(answer), Dump.Of(answer["dump"]!));
        Assert.Equal(expected, Dump.Of(Document(updates)));
        var shuffled = Document(Shuffled(updates, of.Seed));
        Assert.Equal(expected, Dump.Of(shuffled));
        Assert.False(shuffled.HasPending);
        Assert.Equal(Bytes(answer["vector"]!), shuffled.GetStateVector().Encode());
        Assert.Equal(expected, Dump.Of(Bytes(answer["state"]!)));
        Assert.Equal(expected, Dump.Of(YUpdate.FromV2(Bytes(answer["stateV2"]!))));
    });

    [Fact]
    public void A_state_is_written_as_Yjs_writes_it() => Check(of =>
    {
        var state = Bytes(Simulate(of)["state"]!);
        var here = Document([state]).EncodeStateAsUpdate();
        var there = Read([state]);
        Assert.Equal(there["state"]!.GetValue<string>(), Convert.ToBase64String(here));
        Assert.Equal(there["stateV2"]!.GetValue<string>(), Convert.ToBase64String(YUpdate.ToV2(here)));
    });

    [Fact]
    public void What_is_written_here_is_read_by_Yjs() => Check(of =>
    {
        var crowd = new Crowd(of.Seed, of.People, of.Steps);
        var expected = Dump.Of(crowd.Docs[0]);
        Assert.All(crowd.Docs, doc => Assert.Equal(expected, Dump.Of(doc)));
        Assert.Equal(expected, Dump.Of(Read(crowd.Updates)["dump"]!));
        Assert.Equal(expected, Dump.Of(Read(Shuffled([.. crowd.Updates], of.Seed))["dump"]!));
        Assert.Equal(expected, Dump.Of(Read([crowd.Docs[^1].EncodeStateAsUpdate()])["dump"]!));
        Assert.Equal(expected, Dump.Of(Read([YUpdate.ToV2(crowd.Docs[^1].EncodeStateAsUpdate())], v2: true)["dump"]!));
    });

    [Fact]
    public void Merging_does_not_depend_on_order_on_grouping_or_on_doubles() => Check(of =>
    {
        var answer = Simulate(of);
        var updates = Updates(answer);
        var merged = YUpdate.Merge(updates);
        Assert.Equal(merged, YUpdate.Merge(Shuffled(updates, of.Seed)));
        var (left, right) = (updates[..(updates.Length / 2)], updates[(updates.Length / 2)..]);
        Assert.Equal(merged, YUpdate.Merge(YUpdate.Merge(left), YUpdate.Merge(right)));
        Assert.Equal(merged, YUpdate.Merge(YUpdate.Merge(right), YUpdate.Merge(left)));
        Assert.Equal(merged, YUpdate.Merge(merged, merged));
        Assert.Equal(Dump.Of(answer["dump"]!), Dump.Of(Read([merged])["dump"]!));
        Assert.Equal(Dump.Of(answer["dump"]!), Dump.Of(merged));
    });

    [Fact]
    public void What_has_gaps_is_merged_and_completed_later() => Check(of =>
    {
        var answer = Simulate(of);
        var updates = Updates(answer);
        byte[][] even = [.. updates.Where((_, i) => i % 2 == 0)], odd = [.. updates.Where((_, i) => i % 2 == 1)];
        var (a, b) = (YUpdate.Merge(even), YUpdate.Merge(odd));
        var expected = Dump.Of(answer["dump"]!);
        Assert.Equal(expected, Dump.Of(Document([b, a])));
        Assert.Equal(expected, Dump.Of(Read([b, a])["dump"]!));
        // What waits is not lost when only the state is kept.
        Assert.Equal(expected, Dump.Of(Document([Document([b]).EncodeStateAsUpdate(), a])));
        Assert.Equal(expected, Dump.Of(Read([Document([b]).EncodeStateAsUpdate(), a])["dump"]!));
    });

    [Fact]
    public void What_somebody_lacks_is_the_same_as_for_Yjs() => Check(of =>
    {
        var answer = Simulate(of);
        var updates = Updates(answer);
        var known = Document(updates[..(updates.Length / 2)]);
        var vector = known.GetStateVector();
        var merged = YUpdate.Merge(updates);
        Assert.Equal(yjs.Ask(new { ask = "vector", update = Convert.ToBase64String(merged) })["vector"]!.GetValue<string>(), Convert.ToBase64String(YUpdate.StateVectorOf(merged).Encode()));
        var diff = YUpdate.Diff(merged, vector);
        var there = Bytes(yjs.Ask(new { ask = "diff", update = Convert.ToBase64String(merged), vector = Convert.ToBase64String(vector.Encode()) })["update"]!);
        // But for a bit that says of a value with a neighbour that it has a key, which nobody reads, and which Yjs drops on the way.
        Assert.Equal(there.Length, diff.Length);
        Assert.Equal(YUpdate.Inspect(there).Clients, YUpdate.Inspect(diff).Clients);
        known.ApplyUpdate(diff);
        Assert.Equal(Dump.Of(answer["dump"]!), Dump.Of(known));
    });

    [Fact]
    public void What_one_of_them_wrote_is_erased_for_whoever_had_it_and_for_whoever_comes() => Check(of =>
    {
        var updates = Updates(Simulate(of));
        var doc = Document(updates);
        if (updates.Length == 0) return;
        var theirs = new HashSet<long> { doc.GetStateVector().Clients.Min() };
        string Others() => string.Concat(doc.GetText("text").ToAuthors().Where(run => !theirs.Contains(run.Client)).Select(run => run.Text));
        var before = Others();
        byte[] change = doc.Erase(theirs) ?? YUpdate.Empty.ToArray();
        byte[][] erased = [.. updates.Select(u => YUpdate.Erase(u, theirs)), change];
        Assert.Equal(before, Others());
        Assert.DoesNotContain(doc.GetText("text").ToAuthors(), run => theirs.Contains(run.Client));
        Assert.Equal(erased[0], YUpdate.Erase(erased[0], theirs));
        Assert.Equal(YUpdate.Inspect(updates[0]).Clients, YUpdate.Inspect(erased[0]).Clients);
        var expected = Dump.Of(doc);
        byte[][] had = [.. updates, change];
        Assert.Equal(expected, Dump.Of(Document(Shuffled(had, of.Seed))));
        Assert.Equal(expected, Dump.Of(Document(Shuffled(erased, of.Seed))));
        Assert.Equal(expected, Dump.Of(Document([YUpdate.Merge(erased), .. updates])));
        // Yjs also takes away what begins a format and no longer means anything, at every step: what stood on either side of it is one
        // run then. So whoever comes is given all that is left in one, as a server gives it.
        Assert.Equal(Dump.Joined(expected), Dump.Joined(Dump.Of(Read(had)["dump"]!)));
        Assert.Equal(Dump.Joined(expected), Dump.Joined(Dump.Of(Read([YUpdate.Merge(erased)])["dump"]!)));
    });

    [Fact]
    public void People_here_and_people_there_write_one_document() => Check(of =>
    {
        var there = Updates(Simulate(of));
        var here = new YDoc(500_000 + of.Seed);
        foreach (var update in there) here.ApplyUpdate(update);
        var crowd = new Crowd(of.Seed, 1, 5);
        here.ApplyUpdate(crowd.Docs[0].EncodeStateAsUpdate());
        var own = here.Transact(() =>
        {
            here.GetText("text").Insert(here.GetText("text").Length / 2, "here", new Dictionary<string, object?> { ["bold"] = true });
            here.GetArray("array").Add("here");
            here.GetMap("map").Set("a", "here");
            here.GetXmlFragment("xml").AddElement("paragraph").AddText("here");
        })!;
        Assert.Equal(Dump.Of(here), Dump.Of(Read([.. there, .. crowd.Updates, own])["dump"]!));
        Assert.Equal(Dump.Of(here), Dump.Of(Read([own, .. crowd.Updates, .. there])["dump"]!));
    });
}
