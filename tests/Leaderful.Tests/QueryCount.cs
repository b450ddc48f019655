using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Leaderful.Tests;

/// <summary>The queries that ask about one id: this test's own, whatever else runs at the same time.</summary>
public sealed class QueryCount : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Guid about;
    private readonly ConcurrentBag<string> asked = [];
    private readonly ConcurrentBag<IDisposable> listening = [];

    public QueryCount(Guid about)
    {
        this.about = about;
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => asked.Count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData command && command.Command.Parameters.Cast<DbParameter>().Any(IsIt)) asked.Add(command.Command.CommandText);
    }

    private bool IsIt(DbParameter parameter) => parameter.Value switch
    {
        Guid guid => guid == about,
        byte[] bytes => bytes.AsSpan().SequenceEqual(about.ToByteArray(bigEndian: true)),
        _ => false,
    };

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var one in listening) one.Dispose();
    }
}
