using System.ComponentModel;
using System.Diagnostics;

namespace Leaderful.OpenSpace.Book;

/// <summary>
/// Makes a PDF of a page in a folder of its own, with a Chromium that is installed anyway. It is given that folder and nothing else:
/// no network, no script, a profile that goes with it. One at a time, for it takes as much memory as the rest of the house.
/// </summary>
public sealed class Chromium(Settings settings, ILogger<Chromium> log) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Known =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/lib/chromium/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Where it is; nothing where there is none, or none is wanted.</summary>
    public string? Program { get; } = settings.Chromium switch
    {
        "none" => null,
        "" => Array.Find(Known, File.Exists),
        var given => File.Exists(given) ? given : null,
    };

    /// <summary>False where it could not be made: it took too long, or too many were waiting.</summary>
    public async Task<bool> Print(string folder, string page, string pdf, CancellationToken stop)
    {
        if (Program is null || !await turn.WaitAsync(Longest, stop)) return false;
        try
        {
            using var running = Start(folder, page, pdf);
            return await Ends(running, stop) && File.Exists(Path.Combine(folder, pdf));
        }
        catch (Win32Exception failure)
        {
            log.LogWarning(failure, "Chromium could not be started.");
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private Process Start(string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(Program!) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in Arguments(folder, page, pdf)) start.ArgumentList.Add(argument);
        // Wherever it wants to keep something, it keeps it here.
        foreach (var place in new[] { "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" }) start.Environment[place] = folder;
        return Process.Start(start)!;
    }

    private static IEnumerable<string> Arguments(string folder, string page, string pdf) =>
    [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        // Nobody is found by their name, and there is nobody to ask at the only address that is left.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        // The sandbox needs somebody who is not root; where all runs as root, as in a container, there is none to be had.
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [],
        $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={Path.Combine(folder, pdf)}", new Uri(Path.Combine(folder, page)).AbsoluteUri,
    ];

    private async Task<bool> Ends(Process running, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Longest);
        var (said, complained) = (running.StandardOutput.ReadToEndAsync(late.Token), running.StandardError.ReadToEndAsync(late.Token));
        try
        {
            await running.WaitForExitAsync(late.Token);
            await Task.WhenAll(said, complained);
            if (running.ExitCode != 0) log.LogWarning("Chromium made no PDF: {Complaint}", complained.Result);
            return running.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            running.Kill(entireProcessTree: true);
            if (!stop.IsCancellationRequested) log.LogWarning("Chromium took longer than {Longest} for a PDF and was stopped.", Longest);
            return false;
        }
    }
}
