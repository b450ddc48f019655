namespace Leaderful.Yjs.Soak;

/// <summary>Does everything with an update that a server would. Only <see cref="YjsFormatException"/> may be thrown, and where one way refuses it, so do the others.</summary>
internal static class Exhaust
{
    static readonly byte[] Known = Begun().EncodeStateAsUpdate();

    /// <summary>How many bytes came of it.</summary>
    public static long Read(byte[] update)
    {
        var size = Whole(update);
        try
        {
            size += Whole(YUpdate.FromV2(update));
        }
        catch (YjsFormatException)
        {
            // Mostly it is none.
        }
        return size;
    }

    static long Whole(byte[] update)
    {
        if (!YUpdate.TryInspect(update, out var info, out _)) return Refused(update);
        var doc = new YDoc(9);
        doc.ApplyUpdate(Known);
        doc.ApplyUpdate(update);
        doc.ApplyUpdate(update);
        var state = doc.EncodeStateAsUpdate();
        var again = new YDoc(9);
        again.ApplyUpdate(state);
        if (!doc.GetStateVector().Encode().AsSpan().SequenceEqual(again.GetStateVector().Encode())) throw new InvalidDataException("The state is not the document.");
        var merged = YUpdate.Merge(update, Known);
        if (!merged.AsSpan().SequenceEqual(YUpdate.Merge(Known, update, update))) throw new InvalidDataException("Merging depends on the order.");
        var size = (long)state.Length + merged.Length + YUpdate.Diff(update, doc.GetStateVector()).Length + info.Structs;
        size += YUpdate.StateVectorOf(update).Encode().Length + ThereAndBack(update);
        return size + Read(doc) + Write(doc);
    }

    /// <summary>Format V2 has a bit less for clocks.</summary>
    static long ThereAndBack(byte[] update)
    {
        byte[] v2;
        try
        {
            v2 = YUpdate.ToV2(update);
        }
        catch (YjsFormatException)
        {
            return 0;
        }
        return YUpdate.FromV2(v2).Length;
    }

    static long Refused(byte[] update)
    {
        var doc = new YDoc(9);
        if (Takes(doc, update)) throw new InvalidDataException("A bad update was taken.");
        return doc.GetStateVector().Clients.Count == 0 ? 0 : throw new InvalidDataException("A bad update left a trace.");
    }

    static bool Takes(YDoc doc, byte[] update)
    {
        try
        {
            doc.ApplyUpdate(update);
            return true;
        }
        catch (YjsFormatException)
        {
            return false;
        }
    }

    static long Read(YDoc doc)
    {
        var xml = doc.GetXmlFragment("xml");
        long size = 0;
        foreach (var name in doc.Names) size += name.Length;
        size += doc.GetText("body").ToRuns().Count + doc.GetText("body").ToAuthors().Count + doc.GetMap("m").ToDictionary().Count + doc.GetArray("a").ToList().Count;
        return size + xml.Count;
    }

    static long Write(YDoc doc)
    {
        var text = doc.GetText("body");
        var update = doc.Transact(() =>
        {
            text.Insert(text.Length / 2, "here");
            text.Format(0, Math.Min(4, text.Length), new Dictionary<string, object?> { ["bold"] = true });
            text.Delete(0, Math.Min(3, text.Length));
            doc.GetMap("m").Set("k1", 1);
        });
        return update?.Length ?? 0;
    }

    static YDoc Begun()
    {
        // Whoever writes under another's id is not merged the same in every order.
        var doc = new YDoc(4_000_000_007);
        doc.Transact(() =>
        {
            doc.GetText("body").Insert(0, "begun long ago");
            doc.GetText("body").Delete(3, 4);
            doc.GetMap("m").Set("k1", "v");
            doc.GetXmlFragment("xml").AddElement("paragraph").AddText("text");
        });
        return doc;
    }
}
