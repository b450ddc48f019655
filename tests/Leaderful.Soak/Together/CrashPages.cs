using System.Diagnostics;

namespace Leaderful.Soak.Together;

/// <summary>
/// Many type on live pages, and the program is killed (SIGKILL) at random moments. Of what was shown to anybody else, or said to
/// be kept, nothing may be missing afterwards. With PostgreSQL and two nodes, those of the dead node go to the other.
/// </summary>
public sealed class CrashPages(int seed, string postgres, TextWriter output)
{
    private const int Pages = 10;
    private const int People = 4;
    private const int Rate = 1500;

    private readonly Random random = new(seed);

    /// <summary>One node, which is started again.</summary>
    public async Task<bool> Run(int kills)
    {
        await using var house = await House.Open(postgres, Pages);
        await using var typists = new Typists(house.Pages, house.Cookie, People, Rate, random);
        typists.Begin();
        var (lost, certain, typing) = (0L, 0L, TimeSpan.Zero);
        for (var killed = 0; ; killed++)
        {
            using var node = await Node.Start(house.Settings);
            if (killed > 0)
            {
                (var missing, certain) = await typists.Lost(node.Address);
                lost += missing;
                Tell(killed, kills, certain, lost);
            }
            await Typists.Join(typists.All, node.Address);
            if (killed == kills)
            {
                await typists.End();
                var isSame = await typists.AreTheSame(node.Address);
                output.WriteLine($"killed {kills} times under {typists.Typed / typing.TotalSeconds:N0} letters/s: of {certain:N0} that others had seen or were said to be kept {lost} lost; {(isSame ? "everybody has the same" : "NOT everybody has the same")}");
                return lost == 0 && isSame;
            }
            var begun = Stopwatch.GetTimestamp();
            await typists.More();
            await Task.Delay(TimeSpan.FromSeconds(2 * random.NextDouble()));
            typing += Stopwatch.GetElapsedTime(begun);
            await node.Kill();
            foreach (var typist in typists.All) await typist.Leave();
        }
    }

    /// <summary>Two nodes of which one is killed; the longest until everybody was in step on the other, for whoever measures.</summary>
    public async Task<(bool IsRight, TimeSpan Longest)> RunTwo(int kills)
    {
        await using var house = await House.Open(postgres, Pages);
        await using var typists = new Typists(house.Pages, house.Cookie, People, Rate, random);
        var (here, there) = (await Node.Start(house.Settings), await Node.Start(house.Settings));
        try
        {
            await Typists.Join(typists.All.Where((_, n) => n % 2 == 0), here.Address);
            await Typists.Join(typists.All.Where((_, n) => n % 2 == 1), there.Address);
            typists.Begin();
            var (lost, certain, waits) = (0L, 0L, new List<double>());
            for (var killed = 0; killed < kills; killed++)
            {
                // Whoever sits on the node that stays goes on all the while.
                var moving = typists.All.Where((_, n) => n % 2 == killed % 2).ToList();
                await typists.More();
                await Task.Delay(TimeSpan.FromSeconds(2 * random.NextDouble()));
                await here.Kill();
                var begun = Stopwatch.GetTimestamp();
                await Typists.Join(moving, there.Address);
                waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                (var missing, certain) = await typists.Lost(there.Address);
                lost += missing;
                Tell(killed + 1, kills, certain, lost);
                here.Dispose();
                (here, there) = (there, await Node.Start(house.Settings));
                // Those who came over go to the new one; the next to die is the one on which the others sit.
                foreach (var typist in moving) await typist.Leave();
                await Typists.Join(moving, there.Address);
            }
            await typists.End();
            var isSame = await typists.AreTheSame(there.Address);
            waits.Sort();
            output.WriteLine($"one of two killed {kills} times: of {certain:N0} letters that others had seen or were said to be kept {lost} lost; in step on the other after {waits[waits.Count / 2]:N0} ms (middle), {waits[^1]:N0} ms (longest); {(isSame ? "everybody has the same" : "NOT everybody has the same")}");
            return (lost == 0 && isSame, TimeSpan.FromMilliseconds(waits[^1]));
        }
        finally
        {
            here.Dispose();
            there.Dispose();
        }
    }

    /// <summary>A hundred take many minutes: whoever waits sees how far it is.</summary>
    private void Tell(int killed, int kills, long certain, long lost) => output.WriteLine($"  {killed} of {kills}: of {certain:N0} {lost} lost");
}
