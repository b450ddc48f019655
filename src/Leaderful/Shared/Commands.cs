namespace Leaderful.Shared;

/// <summary>What the program does instead of serving, when its first word names one.</summary>
public sealed record Command(string Name, Func<CommandLine, Languages, Command.Plan> Read)
{
    /// <summary>What it ends with where its words were wrong, or where it could not even begin.</summary>
    public int Trouble { get; init; } = 2;

    /// <summary>What was understood: something to run, or what was wrong with the words.</summary>
    public sealed record Plan(Func<IServiceProvider, CancellationToken, Task<int>>? Run, string? Wrong = null);
}

/// <summary>The words after a command's name. Settings (<c>--Leaderful:…</c>) are not among them.</summary>
public sealed record CommandLine(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options)
{
    public static CommandLine Of(IEnumerable<string> args)
    {
        var (words, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        using var each = args.GetEnumerator();
        while (each.MoveNext())
        {
            var word = each.Current;
            if (word.StartsWith("--Leaderful:", StringComparison.OrdinalIgnoreCase)) SkipValue(word, each);
            else if (!word.StartsWith("--", StringComparison.Ordinal)) words.Add(word);
            else if (word.Split('=', 2) is [var name, var value]) options[name] = value;
            else options[word] = each.MoveNext() ? each.Current : "";
        }
        return new(words, options);
    }

    private static void SkipValue(string word, IEnumerator<string> each)
    {
        if (!word.Contains('=', StringComparison.Ordinal)) each.MoveNext();
    }
}

public static class Commands
{
    private const int Unknown = 2;

    private static readonly Command[] All = [Mail.Archive.ImportMailCommand.Command, Mail.Receiving.ReceiveMailCommand.Command];

    /// <summary>Null where nobody asked for a command: then the program serves. Otherwise what to run, and the code to end with where that cannot be.</summary>
    public static (Func<IServiceProvider, CancellationToken, Task<int>>? Run, int Code)? Asked(string[] args)
    {
        if (args.Length == 0) return null;
        var languages = new Languages();
        if (args[0] is "--help" or "-h" or "help") return (null, List(languages.English));
        if (args[0].StartsWith('-')) return null;
        if (Array.Find(All, c => c.Name == args[0]) is not { } command)
            return (null, Refuse(languages.English, languages.English.Say("commands.unknown", ("name", args[0])), Unknown));
        var plan = command.Read(CommandLine.Of(args.Skip(1)), languages);
        return plan.Wrong is { } wrong ? (null, Refuse(languages.English, wrong, command.Trouble)) : (plan.Run, command.Trouble);
    }

    /// <summary>Whoever started it goes by how it ends, also where it cannot even begin: a mail server tries again.</summary>
    public static void EndWith(int trouble) => AppDomain.CurrentDomain.UnhandledException += (_, failed) =>
    {
        Console.Error.WriteLine(failed.ExceptionObject);
        Environment.Exit(trouble);
    };

    private static int List(Words words)
    {
        Console.Out.WriteLine(words["commands.intro"]);
        foreach (var command in All)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine($"  {words[$"commands.{command.Name}.usage"]}");
            Console.Out.WriteLine($"      {words[$"commands.{command.Name}.says"]}");
        }
        return 0;
    }

    private static int Refuse(Words words, string wrong, int code)
    {
        Console.Error.WriteLine(wrong);
        Console.Error.WriteLine(words["commands.help"]);
        return code;
    }
}
