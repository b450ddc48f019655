using System.Globalization;
using Leaderful.Yjs.Soak;

// dotnet run -c Release --project tests/Leaderful.Yjs.Soak -- [--updates 1000000] [--seed 1]
long Option(string name, long otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

return await MutationSoak.RunAsync(Option("--updates", 1_000_000), (int)Option("--seed", 1)) ? 0 : 1;
