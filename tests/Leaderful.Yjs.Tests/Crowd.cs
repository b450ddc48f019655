namespace Leaderful.Yjs.Tests;

/// <summary>Several documents that are written at once and hear of each other late: the same seed gives the same updates.</summary>
internal sealed class Crowd
{
    static readonly string[] Words = ["a", "bc", "hello ", "é", "日本", "😀", "\n", "\"\\", "\0", new string('x', 40)];

    static readonly Dictionary<string, object?>[] Formats =
    [
        new() { ["bold"] = true }, new() { ["bold"] = null }, new() { ["italic"] = new Dictionary<string, object?>() },
        new() { ["link"] = new Dictionary<string, object?> { ["href"] = "https://a.example" } }, [],
    ];

    static readonly object?[] Values =
    [
        1, -1, 0, 1.5, 0.1, 1L << 40, 1e21, "text", "", true, false, null, new byte[] { 1, 2 }, YUndefined.Value, System.Numerics.BigInteger.Pow(2, 60),
        new List<object?> { 1, "x", null }, new Dictionary<string, object?> { ["a"] = 1, ["b"] = new List<object?>() },
    ];

    readonly Random random;
    readonly YDoc[] docs;
    readonly List<byte[]>[] inboxes;

    public Crowd(int seed, int people, int steps)
    {
        random = new Random(seed);
        docs = [.. Enumerable.Range(0, people).Select(i => new YDoc(1 + (i * 1000) + random.Next(900)))];
        inboxes = [.. docs.Select(_ => new List<byte[]>())];
        for (var step = 0; step < steps; step++) Step(random.Next(people));
        for (var i = 0; i < people; i++) Hear(i, all: true);
    }

    public List<byte[]> Updates { get; } = [];

    public IReadOnlyList<YDoc> Docs => docs;

    void Step(int i)
    {
        Hear(i, all: false);
        var update = docs[i].Transact(() =>
        {
            for (var edits = random.Next(1, 4); edits > 0; edits--) Write(docs[i]);
        });
        if (update is null) return;
        Updates.Add(update);
        for (var other = 0; other < docs.Length; other++)
        {
            if (other != i) inboxes[other].Add(update);
        }
    }

    void Hear(int i, bool all)
    {
        while (inboxes[i].Count > 0 && (all || random.NextDouble() < 0.7))
        {
            var at = all || random.NextDouble() < 0.8 ? 0 : random.Next(inboxes[i].Count);
            docs[i].ApplyUpdate(inboxes[i][at]);
            inboxes[i].RemoveAt(at);
        }
    }

    T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    void Write(YDoc doc)
    {
        switch (random.Next(5))
        {
            case 0: Write(doc.GetArray("array")); break;
            case 1: Write(doc.GetMap("map")); break;
            case 2: Write(doc.GetXmlFragment("xml")); break;
            default: Write(doc.GetText("text")); break;
        }
    }

    void Write(YType type)
    {
        switch (type)
        {
            case YText text: Write(text); break;
            case YArray array: Write(array); break;
            case YMap map: Write(map); break;
            case YXmlFragment xml: Write(xml); break;
        }
    }

    void Write(YText text)
    {
        var units = string.Concat(text.ToRuns().Select(run => run.Text ?? " "));
        var at = Whole(units, random.Next(units.Length + 1));
        var length = Whole(units, Math.Min(units.Length, at + random.Next(1, 7))) - at;
        switch (random.Next(8))
        {
            case 0: text.Delete(at, length); break;
            case 1: text.Format(at, length, Any(Formats)); break;
            case 2: text.Insert(at, Any(Words), Any(Formats)); break;
            case 3: text.InsertEmbed(at, new Dictionary<string, object?> { ["image"] = "a.png" }, random.Next(2) == 0 ? Any(Formats) : null); break;
            default: text.Insert(at, Any(Words)); break;
        }
    }

    static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at + 1 : at;

    void Write(YArray array)
    {
        var at = random.NextInt64(array.Count + 1);
        switch (random.Next(6))
        {
            case 0 when array.Count > 0: array.Delete(Math.Min(at, array.Count - 1)); break;
            case 1: Write(Any<Func<YType>>([() => array.InsertMap(at), () => array.InsertArray(at), () => array.InsertText(at)])()); break;
            case 2 when array.ToList().OfType<YType>().ToList() is { Count: > 0 } inner: Write(Any(inner)); break;
            default: array.Insert(at, Any(Values), Any(Values)); break;
        }
    }

    void Write(YMap map)
    {
        var key = Any(["a", "b", "c", "ключ"]);
        switch (random.Next(6))
        {
            case 0: map.Remove(key); break;
            case 1: Write(Any<Func<YType>>([() => map.SetMap(key), () => map.SetArray(key), () => map.SetText(key)])()); break;
            case 2 when map[key] is YType inner: Write(inner); break;
            default: map.Set(key, Any(Values)); break;
        }
    }

    void Write(YXmlFragment xml)
    {
        var at = random.NextInt64(xml.Count + 1);
        switch (random.Next(6))
        {
            case 0 when xml.Count > 0: xml.Delete(Math.Min(at, xml.Count - 1)); break;
            case 1 or 2 when xml.Count > 0: Write(Any(xml.Children.ToList())); break;
            case 3 when xml is YXmlElement element: element.SetAttribute("level", Any(Values)); break;
            case 4 when xml is YXmlElement element: element.RemoveAttribute("level"); break;
            default: Write(random.Next(2) == 0 ? xml.InsertElement(at, Any(["paragraph", "heading"])) : xml.InsertText(at)); break;
        }
    }
}
