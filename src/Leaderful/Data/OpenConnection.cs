using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Data;

/// <summary>A connection for as long as one question takes; nothing to give back where it was open before.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct OpenConnection(PostgresDb? db) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => db is null ? ValueTask.CompletedTask : new(db.Database.CloseConnectionAsync());
}
