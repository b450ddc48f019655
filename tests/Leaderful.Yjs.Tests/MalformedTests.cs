using System.Diagnostics;
using System.Text.Json;
using Leaderful.Yjs.Soak;
using Xunit;

namespace Leaderful.Yjs.Tests;

public class MalformedTests
{
    const int Updates = 20_000;
    const long MostMemory = 64 * 1024 * 1024;

    sealed record Case(string Id, byte[] Update, string Yjs);

    static Case[] Recorded()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Corpora.File("yjs-malformed/updates.json")));
        return [.. json.RootElement.EnumerateArray().Select(c => new Case(c.GetProperty("id").GetString()!, c.GetProperty("b64").GetBytesFromBase64(), c.GetProperty("yjs").GetString()!))];
    }

    [Fact]
    public void Recorded_updates_are_read_or_refused_with_the_one_exception()
    {
        foreach (var c in Recorded()) Exhaust.Read(c.Update);
    }

    [Fact]
    public void What_Yjs_can_read_is_read()
    {
        var cases = Recorded().Where(c => c.Yjs == "ok").ToList();
        var refused = cases.Where(c => !YUpdate.TryInspect(c.Update, out _, out _)).ToList();
        Assert.All(cases.Where(c => c.Id.StartsWith("valid", StringComparison.Ordinal)), c => Assert.True(YUpdate.TryInspect(c.Update, out _, out _), c.Id));
        // Of the mutated ones, those with structs without a length or with neighbours from the future.
        Assert.True(refused.Count <= cases.Count / 10, string.Join("\n", refused.Select(c => { YUpdate.TryInspect(c.Update, out _, out var problem); return $"{c.Id}: {problem}"; })));
    }

    /// <summary>A slice of what the soak program does for hours.</summary>
    [Fact]
    public void Mutated_updates_are_read_or_refused_in_time_and_memory()
    {
        var mutator = new Mutator(Seeds.Read(), seed: 20260301);
        Parallel.For(0, Updates, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var update = mutator.Make(number);
            var clock = Stopwatch.StartNew();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Exhaust.Read(update);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Update {number} of the seed.", failure);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < MostMemory, $"Update {number} took {allocated} bytes.");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"Update {number} took {clock.Elapsed}.");
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("FFFFFFFFFFFFFF7F")]
    [InlineData("01FFFFFFFFFFFF0F")]
    [InlineData("0101010004010174FFFFFFFFFF0F61")] // a text longer than the update
    [InlineData("01010100280101740161FFFFFFFFFF0F")] // more values than bytes
    [InlineData("01010100840105016100")] // stands behind itself
    [InlineData("01010100050101740100")] // JSON that is a zero byte
    [InlineData("010101000401017401FF00")] // no UTF-8
    [InlineData("010101000701017409" + "00")] // a type that nobody knows
    [InlineData("0101010000" + "00")] // nothing, collected
    public void What_is_no_update_is_refused_and_leaves_no_trace(string hex)
    {
        var update = Convert.FromHexString(hex);
        Assert.False(YUpdate.TryInspect(update, out _, out var problem));
        Assert.NotEmpty(problem);
        var doc = new YDoc();
        Assert.Throws<YjsFormatException>(() => doc.ApplyUpdate(update));
        Assert.Equal([0, 0], doc.EncodeStateAsUpdate());
        Assert.Empty(doc.GetStateVector().Clients);
        Assert.Throws<YjsFormatException>(() => YUpdate.Merge(update, update));
    }

    [Fact]
    public void A_value_nested_without_end_is_refused()
    {
        var nested = Enumerable.Repeat((byte)117, 100_000).Select((b, i) => i % 2 == 0 ? b : (byte)1).ToArray();
        byte[] update = [1, 1, 1, 0, 8, 1, 1, (byte)'a', 1, .. nested, 126, 0];
        Assert.Throws<YjsFormatException>(() => new YDoc().ApplyUpdate(update));
    }

    [Fact]
    public void Types_nested_without_end_are_read_and_deleted()
    {
        const int depth = 50_000;
        var writer = new Lib0Writer();
        writer.WriteVarUint(1);
        writer.WriteVarUint(depth);
        writer.WriteId(new(1, 0));
        for (var i = 0; i < depth; i++)
        {
            writer.WriteByte(ContentRef.Type);
            writer.WriteVarUint(i == 0 ? 1 : 0);
            if (i == 0) writer.WriteString("xml");
            else writer.WriteId(new(1, i - 1));
            writer.WriteVarUint((long)YTypeKind.XmlElement);
            writer.WriteString("blockquote");
        }
        writer.WriteVarUint(0);
        var doc = new YDoc();
        doc.ApplyUpdate(writer.ToArray());
        Assert.Equal(1, doc.GetXmlFragment("xml").Count);
        doc.GetXmlFragment("xml").Delete(0);
        Assert.Equal(0, doc.GetXmlFragment("xml").Count);
        Assert.True(doc.EncodeStateAsUpdate().Length < 100);
    }

    /// <summary>The columns of format V2 can claim any number of structs in a few bytes.</summary>
    [Fact]
    public void A_bomb_in_format_V2_is_refused()
    {
        var writer = new V2Writer();
        writer.WriteClient(1);
        writer.WriteInfo(ContentRef.Gc);
        writer.WriteLength(1);
        writer.WriteLength(1);
        byte[] rest = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0];
        Assert.Contains("larger than it can be", Assert.Throws<YjsFormatException>(() => YUpdate.FromV2(writer.Finish(rest))).Message, StringComparison.Ordinal);
    }

    /// <summary>A key is written once and named for nothing.</summary>
    [Fact]
    public void A_long_key_named_again_and_again_in_format_V2_is_refused()
    {
        const int structs = 90_000;
        byte[] repeated = [.. Number(structs)];
        byte[] rest = [1, .. Number(structs), 0, .. Enumerable.Repeat(AnyTag.Null, structs), 0];
        var columns = new Lib0Writer();
        columns.WriteVarUint(0);
        columns.WriteBytes([1, .. repeated]); // every key is the first one
        columns.WriteBytes([0x41, .. repeated]); // every client is 1
        columns.WriteBytes([1, .. repeated]); // every left clock is 0
        columns.WriteBytes([]);
        columns.WriteBytes([InfoByte.HasOrigin | ContentRef.Format]);
        columns.WriteBytes(Texts(new string('k', 100_000)));
        columns.WriteBytes([]);
        columns.WriteBytes([]);
        columns.WriteBytes([]);
        columns.WriteRaw(rest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failure = Assert.Throws<YjsFormatException>(() => YUpdate.FromV2(columns.ToArray()));
        Assert.Contains("larger than it can be", failure.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_client_that_comes_twice_goes_on_and_says_nothing_again(byte from, bool isRight)
    {
        byte[] update = [2, 1, 1, 0, 4, 1, 1, (byte)'a', 2, (byte)'h', (byte)'i', 1, 1, from, 4, 1, 1, (byte)'a', 1, (byte)'o', 0];
        Assert.Equal(isRight, YUpdate.TryInspect(update, out _, out _));
        var doc = new YDoc();
        foreach (var read in (Action[])[() => doc.ApplyUpdate(update), () => YUpdate.Merge(update, update), () => YUpdate.Diff(update, new StateVector()), () => YUpdate.ToV2(update)])
        {
            if (isRight) read();
            else Assert.Throws<YjsFormatException>(read);
        }
        Assert.Equal(isRight ? 3 : 0, doc.GetText("a").Length);
    }

    static byte[] Number(long number)
    {
        var writer = new Lib0Writer();
        writer.WriteVarUint(number);
        return writer.ToArray();
    }

    static ReadOnlySpan<byte> Texts(string text)
    {
        var writer = new TextColumnWriter();
        writer.Write(text);
        return writer.Finish();
    }
}
