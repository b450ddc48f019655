using Leaderful.Shared;

namespace Leaderful.Mail.Receiving;

/// <summary>
/// <c>receive-mail</c>: one mail on the standard input, from this machine's mail server. The address it was for is taken from RECIPIENT,
/// as mail servers set it, never from the command line, where it could be taken for a setting; without, from the mail. It ends as
/// mail servers understand (sysexits.h).
/// </summary>
public static class ReceiveMailCommand
{
    public const int BadMail = 65;
    public const int NobodyThere = 67;
    public const int TryLater = 75;

    public static readonly Command Command = new("receive-mail", Read) { Trouble = TryLater };

    private static Command.Plan Read(CommandLine line, Languages languages) => line.Words.Count + line.Options.Count > 0
        ? new(null, languages.English["mail.console.words"])
        : new((services, stop) => Run(services, Console.OpenStandardInput(), Environment.GetEnvironmentVariable("RECIPIENT"), stop));

    public static async Task<int> Run(IServiceProvider services, Stream mail, string? recipient, CancellationToken stop)
    {
        var handed = await services.GetRequiredService<Receiver>().Take(mail, recipient is { Length: > 0 } ? recipient : null, stop);
        if (handed != Handed.Laid) Console.Error.WriteLine(services.GetRequiredService<Languages>().English[$"mail.console.{handed.Key()}"]);
        return handed switch { Handed.Laid => 0, Handed.NotOurs => NobodyThere, Handed.TooLarge => BadMail, _ => TryLater };
    }
}
