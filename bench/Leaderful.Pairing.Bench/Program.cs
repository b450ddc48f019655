using System.Diagnostics;
using System.Globalization;
using Leaderful.Pairing;
using Leaderful.Pairing.Bench;

// PEOPLE TURNS: a round of so many, of all pairs and of few, beside pairs made greedily in the same run: the first time, the
// middle of the turns, how many pairs, what they are worth, and how much of that greed finds.
var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var turns = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;

foreach (var (name, worth) in Crowds.Of(people))
{
    List<Candidate> candidates = [.. from one in Enumerable.Range(0, people) from other in Enumerable.Range(one + 1, people - one - 1) let counts = worth(one, other) where counts is not null select new Candidate(one, other, counts.Value)];
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    var (first, exact) = Timed(() => Told(Round.Make(people, candidates)));
    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
    List<double> own = [], greedy = [];
    var plain = Greed.Make(people, candidates);
    for (var turn = 0; turn < turns; turn++)
    {
        own.Add(Timed(() => Told(Round.Make(people, candidates))).Milliseconds);
        greedy.Add(Timed(() => Greed.Make(people, candidates)).Milliseconds);
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}, {candidates.Count} candidates: first {first:F0} ms, then {Middle(own):F0} ms, {allocated / 1048576} MiB, {exact.Pairs} pairs worth {exact.Worth}; greedily {Middle(greedy):F0} ms, {plain.Pairs} pairs worth {plain.Worth}, {100.0 * plain.Worth / exact.Worth:F1} % of it"));
}

static (int Pairs, long Worth) Told(Round round) => (round.Meetings.Count, round.Worth);

static (double Milliseconds, T Made) Timed<T>(Func<T> work)
{
    var clock = Stopwatch.StartNew();
    var made = work();
    return (clock.Elapsed.TotalMilliseconds, made);
}

static double Middle(List<double> times)
{
    times.Sort();
    return times[times.Count / 2];
}
