using System.Diagnostics;
using System.Globalization;
using Leaderful.Yjs;
using Leaderful.Yjs.Bench;

// TRACE [TURNS]: the middle of so many turns of each part, in milliseconds, a line each: part, time, size of what came of it.
// peer.mjs does the same with Yjs.
if (args is not [var file, ..]) return 2;
var turns = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var trace = TypedText.Read(file);
var updates = trace.Updates();
List<byte[]> log = [.. updates, .. TypedText.MadeUp(30_000 - updates.Count)];
var written = trace.Document();
var merged = YUpdate.Merge(log);
var nothing = new StateVector();

Measure("write", () => trace.Document().GetText("text").Length);
Measure("apply", () => TypedText.Apply(updates).GetText("text").Length);
Measure("merge", () => YUpdate.Merge(log).Length);
Measure("encode", () => written.EncodeStateAsUpdate().Length);
Measure("load", () => TypedText.Apply([merged]).GetText("text").Length);
Measure("diff", () => YUpdate.Diff(merged, nothing).Length);
Measure("inspect", () => log.Sum(update => YUpdate.Inspect(update).Structs));
return 0;

void Measure(string part, Func<long> work)
{
    // Both runtimes take a while until they run as they will; on one core, compiling takes its turns from the work.
    for (var warming = Stopwatch.StartNew(); warming.Elapsed < TimeSpan.FromSeconds(2);) work();
    List<double> times = [];
    long size = 0;
    for (var turn = 0; turn < turns; turn++)
    {
        var clock = Stopwatch.StartNew();
        size = work();
        times.Add(clock.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part} {times[times.Count / 2]:F3} {size}"));
}
