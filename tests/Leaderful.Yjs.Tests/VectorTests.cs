using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>What Yjs recorded is read as Yjs reads it.</summary>
public class VectorTests
{
    public static TheoryData<string> Names => [.. Vector.Names];

    static YDoc Document(IEnumerable<byte[]> updates)
    {
        var doc = new YDoc();
        foreach (var update in updates) doc.ApplyUpdate(update);
        return doc;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_in_order(string name)
    {
        var vector = Vector.Of(name);
        var doc = Document(vector.Updates);
        Assert.Equal(vector.Dump, Dump.Of(doc));
        Assert.Equal(vector.StateVector, doc.GetStateVector().Encode());
        Assert.False(doc.HasPending);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_from_last_to_first_and_each_twice(string name)
    {
        var vector = Vector.Of(name);
        var doc = Document(vector.Updates.Reverse().SelectMany(u => new[] { u, u }));
        Assert.Equal(vector.Dump, Dump.Of(doc));
        Assert.False(doc.HasPending);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_at_once(string name)
    {
        var vector = Vector.Of(name);
        Assert.Equal(vector.Dump, Dump.Of(vector.State));
        Assert.Equal(vector.Dump, Dump.Of(vector.Merged));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_is_written_as_Yjs_writes_it(string name)
    {
        var vector = Vector.Of(name);
        Assert.Equal(Convert.ToHexString(vector.State), Convert.ToHexString(Document([vector.State]).EncodeStateAsUpdate()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Format_V2_is_read_and_written_as_Yjs_does(string name)
    {
        var vector = Vector.Of(name);
        Assert.Equal(vector.Dump, Dump.Of(YUpdate.FromV2(vector.StateV2)));
        Assert.Equal(Convert.ToHexString(vector.StateV2), Convert.ToHexString(YUpdate.ToV2(vector.State)));
        Assert.Equal(vector.Dump, Dump.Of(Document(vector.UpdatesV2.Select(u => YUpdate.FromV2(u)))));
        Assert.All(vector.Updates, update => Assert.Equal(Convert.ToHexString(update), Convert.ToHexString(YUpdate.FromV2(YUpdate.ToV2(update)))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_merged_without_a_document(string name)
    {
        var vector = Vector.Of(name);
        var merged = YUpdate.Merge(vector.Updates);
        Assert.Equal(vector.Dump, Dump.Of(merged));
        Assert.Equal(vector.StateVector, YUpdate.StateVectorOf(merged).Encode());
        Assert.Equal(merged, YUpdate.Merge(vector.Updates.Reverse().ToArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_somebody_lacks_completes_them(string name)
    {
        var vector = Vector.Of(name);
        for (var known = 0; known <= vector.Updates.Length; known++)
        {
            var doc = Document(vector.Updates.Take(known));
            doc.ApplyUpdate(YUpdate.Diff(vector.State, doc.GetStateVector()));
            Assert.Equal(vector.Dump, Dump.Of(doc));
            var other = Document(vector.Updates.Take(known));
            other.ApplyUpdate(Document(vector.Updates).EncodeStateAsUpdate(other.GetStateVector()));
            Assert.Equal(vector.Dump, Dump.Of(other));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_inspected_says_whose_and_how_much(string name)
    {
        var vector = Vector.Of(name);
        var info = YUpdate.Inspect(vector.State);
        var state = StateVector.Decode(vector.StateVector);
        Assert.Equal(state.Clients.Order(), info.Clients.Select(c => c.Client).Order());
        Assert.All(info.Clients, c => Assert.Equal((0, state[c.Client]), (c.From, c.To)));
    }
}
