using System.Diagnostics;

namespace Leaderful.Soak.Together;

/// <summary>
/// The database goes while many type on live pages, and comes back. Meanwhile nothing is said to be kept; afterwards everything
/// is, without anybody's help, and nothing that was said to be kept before is missing.
/// </summary>
public sealed class Faults(int seed, string repository, TextWriter output)
{
    private const int Pages = 5;
    private const int People = 3;
    private const int Rate = 300;

    private readonly Random random = new(seed);

    /// <summary>A PostgreSQL of its own in a folder, and a small disk, where this machine lets us have them.</summary>
    public async Task<bool> Run(string server)
    {
        var isRight = true;
        if (server.Length > 0) isRight &= await DatabaseRests(server, times: 5);
        if (await FullDisk(times: 3) is { } disk) isRight &= disk;
        else output.WriteLine("a full disk: not tried, for no small disk could be mounted here");
        return isRight;
    }

    /// <summary>PostgreSQL stops and starts.</summary>
    public async Task<bool> DatabaseRests(string server, int times)
    {
        var tool = Path.Combine(repository, "bin", "postgres");
        var postgres = await Tool(tool, "start", server);
        await using var house = await House.Open(postgres.Trim(), Pages);
        using var node = await Node.Start(house.Settings);
        return await Disturb("PostgreSQL stopped", house, node, times, () => Tool(tool, "rest", server), () => Tool(tool, "start", server));
    }

    /// <summary>SQLite on a disk without space; nothing where no such disk can be had.</summary>
    public async Task<bool?> FullDisk(int times)
    {
        var disk = Directory.CreateTempSubdirectory("leaderful-disk-").FullName;
        if (!await Does("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk)) return null;
        try
        {
            var within = Directory.CreateDirectory(Path.Combine(disk, "data")).FullName;
            var filling = Path.Combine(disk, "filling");
            await using var house = await House.Open("", Pages, within);
            using var node = await Node.Start(house.Settings);
            return await Disturb("no space on the disk", house, node, times, () => Fill(filling), () => { File.Delete(filling); return Task.CompletedTask; },
                meanwhile: async () => await node.Shows($"/c/{Instance.Slug}/pages/{house.Pages[0]}", house.Cookie));
        }
        finally
        {
            await Does("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    private async Task<bool> Disturb(string what, House house, Node node, int times, Func<Task> take, Func<Task> give, Func<Task<bool>>? meanwhile = null)
    {
        await using var typists = new Typists(house.Pages, house.Cookie, People, Rate, random);
        await Typists.Join(typists.All, node.Address);
        typists.Begin();
        var (longest, isShown) = (TimeSpan.Zero, true);
        for (var n = 0; n < times; n++)
        {
            await typists.More();
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()));
            await take();
            // What was committed just before is still being told.
            await Task.Delay(TimeSpan.FromSeconds(1));
            var kept = typists.Kept;
            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * random.NextDouble())));
            if (meanwhile is not null) isShown &= await meanwhile();
            if (typists.Kept != kept) return Fail($"{what}: something was said to be kept that cannot have been.");
            await give();
            var begun = Stopwatch.GetTimestamp();
            await typists.More();
            if (Stopwatch.GetElapsedTime(begun) is var waited && waited > longest) longest = waited;
            // Whoever was let go meanwhile comes back.
            await Typists.Join(typists.All, node.Address);
        }
        await typists.End();
        await Typists.Join(typists.All, node.Address);
        var (lost, certain) = await typists.Lost(node.Address);
        var isSame = await typists.AreTheSame(node.Address);
        output.WriteLine($"{what}, {times} times: of {certain:N0} letters {lost} lost; kept again after {longest.TotalMilliseconds:N0} ms at the longest; pages were {(isShown ? "" : "NOT ")}shown meanwhile; {(isSame ? "everybody has the same" : "NOT everybody has the same")}");
        return lost == 0 && isShown && isSame;
    }

    private static async Task Fill(string file)
    {
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var bytes = new byte[1024]; ; ) await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static async Task<bool> Does(string program, params string[] words)
    {
        try
        {
            await Tool(program, words);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> Tool(string program, params string[] words)
    {
        using var tool = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        // What a program leaves running keeps its end of the pipe, so only one line is read.
        var said = await tool.StandardOutput.ReadLineAsync();
        await tool.WaitForExitAsync();
        return tool.ExitCode == 0 ? said ?? "" : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {tool.ExitCode}.");
    }

    private bool Fail(string why)
    {
        output.WriteLine(why);
        return false;
    }
}
