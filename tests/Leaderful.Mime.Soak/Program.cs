using System.Globalization;
using Leaderful.Mime.Soak;
using Leaderful.Soaking;

// dotnet run -c Release --project tests/Leaderful.Mime.Soak -- [--mails 1000000] [--seed 1] [--mbox-gigabytes 2] [--speed 10]
long Option(string name, long otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

var passed = true;
if (Option("--mails", 0) is var mails and > 0)
{
    var seed = (int)Option("--seed", 1);
    passed &= await new MutationSoak("mail", ".eml", new Mutator(await Seeds.ReadAsync(), seed).Make, mail => Exhaust.Read(mail)).RunAsync(mails, seed);
}
if (Option("--speed", 0) is var seconds and > 0) await SpeedRun.RunAsync(TimeSpan.FromSeconds(seconds));
if (Option("--mbox-gigabytes", 0) is var gigabytes and > 0) passed &= await MboxSoak.RunAsync(gigabytes);
return passed ? 0 : 1;
