using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Leaderful.Tests;

/// <summary>The questions, plain or through EF, that ask about one id: this test's own, whatever else runs at the same time.</summary>
public sealed class QueryCount : IDisposable
{
    private static readonly ConcurrentDictionary<QueryCount, byte> Counting = [];
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Listeners()));

    private readonly Guid about;
    private int count;

    public QueryCount(Guid about)
    {
        this.about = about;
        Counting.TryAdd(this, 0);
    }

    public int Count => count;

    /// <summary>Before the first query: for a second after it, nobody who comes later is told of any.</summary>
    public static void Listen() => _ = Listening.Value;

    public void Dispose() => Counting.TryRemove(this, out _);

    private void Hear(DbCommand command)
    {
        if (command.Parameters.Cast<DbParameter>().Any(IsIt)) Interlocked.Increment(ref count);
    }

    private bool IsIt(DbParameter parameter) => parameter.Value switch
    {
        Guid guid => guid == about,
        byte[] bytes => bytes.AsSpan().SequenceEqual(about.ToByteArray(bigEndian: true)),
        _ => false,
    };

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == SqlQuestions.Listener) value.Subscribe(this);
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if ((value.Value as DbCommand ?? (value.Value as CommandExecutedEventData)?.Command) is not { } command) return;
            foreach (var (one, _) in Counting) one.Hear(command);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
