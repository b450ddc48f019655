namespace Leaderful.Data;

/// <summary>
/// Takes due rows as soon as they are committed (or, where a hint was missed, a few seconds later), four at a time, and hands
/// each to the handler of its kind.
/// </summary>
public sealed class OutboxWorker(IEnumerable<IOutboxHandler> handlers, Writes writes, Signals signals, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, IOutboxHandler> byKind = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly SemaphoreSlim told = new(0);

    public override void Dispose()
    {
        places.Dispose();
        told.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = signals.Listen(stream =>
        {
            if (stream is Streams.Outbox or Signals.Everything) told.Release();
        });
        try
        {
            // Whoever waits for the first page does not wait for what was left over.
            await told.WaitAsync(Look, stoppingToken);
            while (true) await Turn(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            for (var i = 0; i < AtOnce; i++) await places.WaitAsync(CancellationToken.None);
        }
    }

    private async Task Turn(CancellationToken stop)
    {
        await places.WaitAsync(stop);
        while (told.Wait(0, stop)) { }
        if (await Take() is { } row)
        {
            _ = Work(row, stop);
            return;
        }
        places.Release();
        await told.WaitAsync(Look, stop);
    }

    private async Task<OutboxRow?> Take()
    {
        try
        {
            return await writes.Do(unit => unit.Lend(byKind.Keys));
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The outbox could not be read; we look again in a few seconds.");
            return null;
        }
    }

    private async Task Work(OutboxRow row, CancellationToken stop)
    {
        try
        {
            await Handle(row, stop);
        }
        catch (Exception failure)
        {
            // It comes due again when its lease is over.
            log.LogError(failure, "What became of {Kind} {Row} could not be written down.", row.Kind, row.Id);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task Handle(OutboxRow row, CancellationToken stop)
    {
        try
        {
            await byKind[row.Kind].Handle(row, stop);
            await writes.Do(unit => unit.Finish(row), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await writes.Do(unit => unit.Return(row), CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "{Kind} {Row} did not work out, try {Attempt}.", row.Kind, row.Id, row.Attempts);
            var error = failure.Message.Length > 500 ? failure.Message[..500] : failure.Message;
            await writes.Do(unit => unit.Fail(row, error, failure is NeverMindException), CancellationToken.None);
        }
    }
}
