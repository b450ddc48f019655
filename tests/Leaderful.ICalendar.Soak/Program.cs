using System.Globalization;
using Leaderful.ICalendar.Soak;
using Leaderful.Soaking;

// dotnet run -c Release --project tests/Leaderful.ICalendar.Soak -- [--calendars 1000000] [--seed 1] [--from 0]
long Option(string name, long otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

var seed = (int)Option("--seed", 1);
var soak = new MutationSoak("calendar", ".ics", new Mutator(Seeds.Read(), seed).Make, Exhaust.Read) { MostMemory = 64 * 1024 * 1024 };
return await soak.RunAsync(Option("--calendars", 1_000_000), seed, Option("--from", 0)) ? 0 : 1;
