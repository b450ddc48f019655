using System.Globalization;
using Leaderful.Soak;

// crash-import  [--kills 20] [--mails 20000] [--seed 1]   kills an import again and again; every mail must be there once
// mails FILE    [--mails 50000] [--seed 1]                writes an archive to measure with
// found FOLDER                                            a data folder with one community, "list"
string Text(string name, string otherwise) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
int Number(string name, int otherwise) => int.Parse(Text(name, $"{otherwise}"), CultureInfo.InvariantCulture);

switch (args)
{
    case ["crash-import", ..]:
        var crash = new CrashImport(Number("--seed", 1), Number("--mails", 20_000), Text("--postgres", ""), Console.Out);
        return await crash.Run(Number("--kills", 20)) ? 0 : 1;
    case ["mails", var file, ..]:
        await using (var stream = File.Create(file)) new MailingList(Number("--seed", 1)).Write(stream, Number("--mails", 50_000));
        return 0;
    case ["found", var folder]:
        await using (var instance = await Instance.Open(new Leaderful.Settings { DataFolder = folder })) await instance.Found();
        return 0;
    case ["profile", var file]:
        await Profile.Run(file);
        return 0;
    default:
        Console.Error.WriteLine("crash-import, mails FILE or found FOLDER?");
        return 2;
}

internal sealed partial class Program;
