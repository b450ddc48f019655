using Leaderful.Shared;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Leaderful.Accounts;

/// <summary>Says on the console where and with which code to set the instance up, once it listens and while nobody is there.</summary>
public sealed class SetUpAnnouncement(SetUpState state, SetUpCode code, Settings settings, Languages languages, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await state.IsDone()) return;
        var words = languages.English;
        string[] lines = [words["set-up.console.open"], "", $"    {Address()}/set-up", "", words["set-up.console.code"], "", $"    {code.Code}"];
        var rule = new string('═', Math.Max(56, lines.Max(l => l.Length) + 4));
        await Console.Out.WriteLineAsync($"\n{rule}\n\n{string.Join('\n', lines.Select(l => "  " + l))}\n\n{rule}\n");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Address()
    {
        if (settings.Address.Length > 0) return settings.Address.TrimEnd('/');
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return listening.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
