using System.Diagnostics;
using Xunit;

namespace Leaderful.Yjs.Tests;

/// <summary>Updates that are valid and made to be slow: a megabyte of each is taken in seconds.</summary>
public class HostileTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static void Within(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        Assert.True(clock.Elapsed < Patience, $"It took {clock.Elapsed}.");
    }

    static byte[] Update(Action<Lib0Writer> write)
    {
        var writer = new Lib0Writer();
        write(writer);
        return writer.ToArray();
    }

    static void Text(Lib0Writer writer, string text)
    {
        writer.WriteByte(ContentRef.String);
        writer.WriteVarUint(1);
        writer.WriteString("text");
        writer.WriteString(text);
    }

    [Fact]
    public void Every_other_letter_deleted() => Within(() =>
    {
        const int letters = 400_000;
        var update = Update(writer =>
        {
            writer.WriteVarUint(1);
            writer.WriteVarUint(1);
            writer.WriteId(new(1, 0));
            Text(writer, new string('x', letters));
            writer.WriteVarUint(1);
            writer.WriteVarUint(1);
            writer.WriteVarUint(letters / 2);
            for (var i = 0; i < letters; i += 2) writer.WriteId(new(i, 1));
        });
        var doc = new YDoc();
        doc.ApplyUpdate(update);
        Assert.Equal(letters / 2, doc.GetText("text").Length);
        Assert.Equal(letters / 2, doc.GetText("text").ToString().Length);
    });

    [Fact]
    public void Every_other_value_deleted() => Within(() =>
    {
        const int values = 400_000;
        var update = Update(writer =>
        {
            writer.WriteVarUint(1);
            writer.WriteVarUint(1);
            writer.WriteId(new(1, 0));
            writer.WriteByte(ContentRef.Any);
            writer.WriteVarUint(1);
            writer.WriteString("array");
            writer.WriteVarUint(values);
            for (var i = 0; i < values; i++) writer.WriteByte(AnyTag.Null);
            writer.WriteVarUint(1);
            writer.WriteVarUint(1);
            writer.WriteVarUint(values / 2);
            for (var i = 0; i < values; i += 2) writer.WriteId(new(i, 1));
        });
        var doc = new YDoc();
        doc.ApplyUpdate(update);
        Assert.Equal(values / 2, doc.GetArray("array").Count);
    });

    [Fact]
    public void The_same_deleted_a_hundred_thousand_times() => Within(() =>
    {
        var begun = new YDoc(1);
        for (var i = 0; i < 5000; i++) begun.GetText("text").Insert(0, "x");
        var update = Update(writer =>
        {
            writer.WriteVarUint(0);
            writer.WriteVarUint(1);
            writer.WriteVarUint(1);
            writer.WriteVarUint(100_000);
            for (var i = 0; i < 100_000; i++) writer.WriteId(new(i % 3, 1_000_000));
        });
        begun.ApplyUpdate(update);
        begun.ApplyUpdate(update);
        Assert.Equal(0, begun.GetText("text").Length);
    });

    [Fact]
    public void Very_many_clients_at_one_place() => Within(() =>
    {
        const int clients = 60_000;
        var update = Update(writer =>
        {
            writer.WriteVarUint(clients);
            for (var i = 1; i <= clients; i++)
            {
                writer.WriteVarUint(1);
                writer.WriteId(new(i, 0));
                Text(writer, "x");
            }
            writer.WriteVarUint(0);
        });
        var doc = new YDoc();
        doc.ApplyUpdate(update);
        Assert.Equal(clients, doc.GetText("text").Length);
    });

    [Fact]
    public void Formats_without_end() => Within(() =>
    {
        const int formats = 50_000;
        var update = Update(writer =>
        {
            writer.WriteVarUint(1);
            writer.WriteVarUint(formats * 2);
            writer.WriteId(new(1, 0));
            Text(writer, "x");
            for (var i = 1; i < formats * 2; i++)
            {
                writer.WriteByte((byte)(InfoByte.HasOrigin | (i % 2 == 0 ? ContentRef.String : ContentRef.Format)));
                writer.WriteId(new(1, i - 1));
                writer.WriteString(i % 2 == 0 ? "x" : "f" + i);
                if (i % 2 == 1) writer.WriteString("1");
            }
            writer.WriteVarUint(0);
        });
        var doc = new YDoc();
        doc.ApplyUpdate(update);
        Assert.Equal(formats, doc.GetText("text").ToRuns().Sum(run => run.Text!.Length));
        Assert.All(doc.GetText("text").ToRuns(), run => Assert.True(run.Formats.Count <= 64));
        doc.GetText("text").Delete(0, formats);
    });

    [Fact]
    public void A_hundred_thousand_updates_from_last_to_first() => Within(() =>
    {
        var doc = new YDoc(1);
        List<byte[]> updates = [];
        for (var i = 0; i < 100_000; i++) updates.Add(doc.Transact(() => doc.GetText("text").Insert(0, "x"))!);
        var other = new YDoc(2);
        foreach (var update in Enumerable.Reverse(updates)) other.ApplyUpdate(update);
        Assert.Equal(100_000, other.GetText("text").Length);
    });
}
