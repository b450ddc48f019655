using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Leaderful.Soak.Together;

/// <summary>The program as a child of ours, listening on a port of this machine.</summary>
public sealed class Node : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private Node(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Node> Start(Settings settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "Leaderful.dll"), $"--urls={address}", $"--Leaderful:DataFolder={settings.DataFolder}",
            $"--Leaderful:Postgres={settings.Postgres}", "--Leaderful:Unlimited=true", "--Logging:LogLevel:Default=Critical",
        }) start.ArgumentList.Add(word);
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        var node = new Node(child, address);
        await node.Answers();
        return node;
    }

    /// <summary>At once, as when the power goes.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<bool> Shows(string path, string cookie)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", $"leaderful={cookie}");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task Answers()
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (await Shows("/sign-in", "")) return;
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
