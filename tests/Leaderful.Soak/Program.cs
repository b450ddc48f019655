using System.Globalization;
using Leaderful.Soak.Together;

namespace Leaderful.Soak;

/// <summary>
/// <c>crash-import [--kills 20] [--mails 20000] [--seed 1] [--postgres …]</c> kills an import again and again: every mail must
/// be there once. <c>crash-pages [--kills 100] [--seed 1] [--postgres …]</c> kills the program while many type on live pages, and
/// with PostgreSQL one of two nodes; <c>faults [--seed 1] [--server FOLDER]</c> takes the database away and fills the disk.
/// <c>mails FILE [--mails 50000] [--seed 1]</c> writes an archive to measure with; <c>found FOLDER</c> makes a
/// data folder with one community, "list", to bring it into.
/// </summary>
public static class SoakProgram
{
    public static async Task<int> Main(string[] args)
    {
        string Text(string name, string otherwise) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
        int Number(string name, int otherwise) => int.TryParse(Text(name, ""), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

        switch (args)
        {
            case ["crash-import", ..]:
                return await new CrashImport(Number("--seed", 1), Number("--mails", 20_000), Text("--postgres", ""), Console.Out).Run(Number("--kills", 20)) ? 0 : 1;
            case ["crash-pages", ..]:
                return await CrashPages(new CrashPages(Number("--seed", 1), Text("--postgres", ""), Console.Out), Number("--kills", 100), isTwo: Text("--postgres", "").Length > 0) ? 0 : 1;
            case ["faults", ..]:
                return await new Faults(Number("--seed", 1), Directory.GetCurrentDirectory(), Console.Out).Run(Text("--server", "")) ? 0 : 1;
            case ["mails", var file, ..]:
                await using (var stream = File.Create(file)) new MailingList(Number("--seed", 1)).Write(stream, Number("--mails", 50_000));
                return 0;
            case ["found", var folder]:
                await using (var instance = await Instance.Open(new Settings { DataFolder = folder })) await instance.Found();
                return 0;
            default:
                Console.Error.WriteLine("crash-import, crash-pages, faults, mails FILE or found FOLDER?");
                return 2;
        }
    }

    /// <summary>Whoever sat on a node that died is in step on another within a second.</summary>
    private static async Task<bool> CrashPages(CrashPages crash, int kills, bool isTwo)
    {
        if (!isTwo) return await crash.Run(kills);
        var (isRight, longest) = await crash.RunTwo(kills);
        return isRight && longest < TimeSpan.FromSeconds(1);
    }
}

internal sealed partial class Program;
