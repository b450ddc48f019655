using System.Diagnostics;
using Leaderful.Data;
using Leaderful.Mail.Archive;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Leaderful.Soak;

/// <summary>
/// Starts the program's own import as a child, kills it (SIGKILL) at random moments and starts it again, until it has ended.
/// What is there then must be what one undisturbed import leaves.
/// </summary>
public sealed class CrashImport(int seed, int mails, string postgres, TextWriter output)
{
    private readonly Random random = new(seed);
    private readonly string folder = Directory.CreateTempSubdirectory("leaderful-crash-").FullName;

    public async Task<bool> Run(int kills)
    {
        try
        {
            var list = new MailingList(seed);
            await using (var stream = File.Create(Archive)) list.Write(stream, mails);
            var calm = await Prepare("calm");
            var watch = Stopwatch.StartNew();
            await Finish(calm);
            var whole = watch.Elapsed;
            var expected = await Sum(calm);
            output.WriteLine($"undisturbed: {whole.TotalSeconds:N1} s; {expected}");
            if (expected.Placed + expected.Already + expected.Unread != expected.Read || expected.Unread != list.NotMails) return Fail("The undisturbed import does not add up.");
            return await Disturb(kills, whole, expected);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Archive => Path.Combine(folder, "list.mbox");

    private async Task<bool> Disturb(int kills, TimeSpan whole, Left expected)
    {
        for (var (killed, round) = (0, 1); killed < kills; round++)
        {
            var (settings, here, ended) = (await Prepare($"round{round}"), 0, false);
            while (killed < kills && !ended)
            {
                var watch = Stopwatch.StartNew();
                ended = !await WasKilled(settings, whole * random.NextDouble());
                // On a machine that others use too, how long it takes changes; what is left of it is shorter each time.
                if (ended && here == 0) whole = watch.Elapsed;
                if (!ended) (killed, here) = (killed + 1, here + 1);
            }
            if (!ended) await Finish(settings);
            var left = await Sum(settings);
            output.WriteLine($"round {round}, killed {here} times: {left}");
            // A blob may be left over for a day; a file may not be missing.
            if (left with { Orphans = 0 } != expected with { Orphans = 0 }) return Fail("What is there is not what an undisturbed import leaves.");
        }
        return true;
    }

    private async Task<Settings> Prepare(string name)
    {
        var settings = new Settings { DataFolder = Path.Combine(folder, name), Postgres = await Database(name) };
        await using var instance = await Instance.Open(settings);
        await instance.Found();
        return settings;
    }

    private async Task<string> Database(string name)
    {
        if (postgres.Length == 0) return "";
        var own = $"crash_{name}_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {own}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = own }.ToString();
    }

    /// <summary>False when the import ended before its time had come.</summary>
    private async Task<bool> WasKilled(Settings settings, TimeSpan after)
    {
        using var child = Start(settings);
        using var due = new CancellationTokenSource(after);
        try
        {
            await child.WaitForExitAsync(due.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            child.Kill();
            await child.WaitForExitAsync();
            return true;
        }
    }

    private async Task Finish(Settings settings)
    {
        using var child = Start(settings);
        await child.WaitForExitAsync();
        if (child.ExitCode != 0) throw new InvalidOperationException($"The import ended with {child.ExitCode}.");
    }

    private Process Start(Settings settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "Leaderful.dll"), "import-mail", Archive, "--community", Instance.Slug, $"--Leaderful:DataFolder={settings.DataFolder}", $"--Leaderful:Postgres={settings.Postgres}" })
            start.ArgumentList.Add(word);
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }

    private static async Task<Left> Sum(Settings settings)
    {
        await using var instance = await Instance.Open(settings);
        // One that was killed between its last write and its end is done; the next is another import, which finds everything there.
        var imports = await instance.Read(db => db.The<MailImport>().OrderBy(i => i.StartedAt).ToListAsync());
        var (first, (wrong, orphans)) = (imports[0], await instance.Files());
        return new(
            await instance.Seen(), first.Read, imports.Sum(i => i.Placed), first.AlreadyHere, first.Unread, imports.Sum(i => i.Files), wrong,
            imports.TrueForAll(i => i.FinishedAt is not null), orphans);
    }

    private bool Fail(string why)
    {
        output.WriteLine(why);
        return false;
    }

    private sealed record Left(string Seen, int Read, int Placed, int Already, int Unread, int Files, int WrongFiles, bool IsFinished, int Orphans)
    {
        public override string ToString() =>
            $"{Read} read, {Placed} placed, {Already} already there, {Unread} unread, {Files} files ({WrongFiles} wrong, {Orphans} left over), {Seen[..12]}";
    }
}
