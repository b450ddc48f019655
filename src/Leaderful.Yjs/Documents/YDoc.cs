using System.Security.Cryptography;

namespace Leaderful.Yjs;

/// <summary>
/// A document: shared types by name, built from updates that may come in any order, twice, or in pieces. Whoever has the same updates
/// has the same document. Not safe for use from several threads at once.
/// </summary>
public sealed class YDoc
{
    readonly Dictionary<long, ClientLog> logs = [];
    readonly Dictionary<string, Branch> roots = new(StringComparer.Ordinal);
    readonly Incoming incoming;
    readonly Deletion deletion;
    Transaction? transaction;
    ClientLog? lastLog;

    /// <summary>An empty document.</summary>
    /// <param name="clientId">Under which id it writes, below 2^53; by default one of chance. Two who write at once must never share one.</param>
    /// <param name="collectGarbage">Whether the content of what is deleted is dropped. What is left says that something was there, as Yjs keeps it.</param>
    public YDoc(long? clientId = null, bool collectGarbage = true)
    {
        ClientId = clientId ?? ByChance();
        CollectsGarbage = collectGarbage;
        incoming = new(this);
        deletion = new(this);
    }

    /// <summary>The id under which this document writes. It changes if somebody else is found to write under it.</summary>
    public long ClientId { get; private set; }

    /// <summary>Whether the content of what is deleted is dropped.</summary>
    public bool CollectsGarbage { get; }

    /// <summary>Whether something has come that leans on what has not. It is part of <see cref="EncodeStateAsUpdate"/> and appears once the rest is there.</summary>
    public bool HasPending => incoming.Waiting.Any(client => !client.IsEmpty) || !deletion.Pending.IsEmpty;

    /// <summary>The names of the shared types that updates have spoken of or somebody has asked for.</summary>
    public IReadOnlyCollection<string> Names => roots.Keys;

    /// <summary>Takes in an update of format V1. One that cannot be read changes nothing.</summary>
    /// <exception cref="YjsFormatException">It is no update.</exception>
    /// <exception cref="InvalidOperationException">Called within <see cref="Transact"/>.</exception>
    public void ApplyUpdate(ReadOnlySpan<byte> update)
    {
        if (transaction is not null) throw new InvalidOperationException("An update cannot be applied within a change of the document's own.");
        var runs = UpdateParser.Parse(update, this, out var deletes);
        var change = new Transaction(this, local: false);
        incoming.Take(runs, change);
        deletion.Apply(deletes, change);
        Tidying.Tidy(change);
        if (KnownLog(ClientId)?.ChangedIn == change) ClientId = ByChance();
    }

    /// <summary>All that the document holds, or what of it is new to somebody, as an update of format V1.</summary>
    public byte[] EncodeStateAsUpdate(StateVector? known = null)
    {
        var state = StateWriter.Write(logs.Values, known);
        if (!HasPending) return state;
        var all = YUpdate.Merge([state, .. PendingWriter.Write(incoming, deletion.Pending)]);
        return known is null ? all : YUpdate.Diff(all, known);
    }

    /// <summary>How much of each client's work the document has.</summary>
    public StateVector GetStateVector()
    {
        var vector = new StateVector();
        foreach (var log in logs.Values.Where(log => log.Count > 0)) vector[log.Client] = log.State;
        return vector;
    }

    /// <summary>Changes the document. All that happens in it is one update, which others get at once.</summary>
    /// <returns>The update, of format V1; null if nothing changed. Within another change, null: it becomes part of that one.</returns>
    public byte[]? Transact(Action change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (transaction is not null)
        {
            change();
            return null;
        }
        var own = transaction = new Transaction(this, local: true);
        try
        {
            change();
        }
        finally
        {
            transaction = null;
            Tidying.Tidy(own);
        }
        return own.Changed.Count == 0 && own.Deletes.IsEmpty ? null : StateWriter.Write(own);
    }

    /// <summary>What is written meanwhile is another client's.</summary>
    internal void WriteAs(long client, Action write)
    {
        var own = ClientId;
        ClientId = client;
        try
        {
            write();
        }
        finally
        {
            ClientId = own;
        }
    }

    /// <summary>
    /// Deletes what these clients wrote, as far as it stands: texts, values, what is embedded, and elements in which nobody else
    /// wrote. An element of theirs that holds others' words stays, with how it stands. <see cref="YUpdate.Erase"/> takes it out of
    /// what was stored.
    /// </summary>
    /// <returns>As <see cref="Transact"/>.</returns>
    public byte[]? Erase(IReadOnlySet<long> clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return Transact(() => Change(change => Eraser.Erase(change, logs.Values, clients)));
    }

    /// <summary>The text of a name; empty if nobody wrote it.</summary>
    /// <exception cref="InvalidOperationException">The name is used for another kind of type.</exception>
    public YText GetText(string name) => new(Root(name, YTypeKind.Text));

    /// <summary>The array of a name; empty if nobody wrote it.</summary>
    /// <exception cref="InvalidOperationException">The name is used for another kind of type.</exception>
    public YArray GetArray(string name) => new(Root(name, YTypeKind.Array));

    /// <summary>The map of a name; empty if nobody wrote it.</summary>
    /// <exception cref="InvalidOperationException">The name is used for another kind of type.</exception>
    public YMap GetMap(string name) => new(Root(name, YTypeKind.Map));

    /// <summary>The tree of nodes of a name; empty if nobody wrote it. ProseMirror and TipTap keep their document so.</summary>
    /// <exception cref="InvalidOperationException">The name is used for another kind of type.</exception>
    public YXmlFragment GetXmlFragment(string name) => new(Root(name, YTypeKind.XmlFragment));

    internal ClientLog Log(long client)
    {
        if (lastLog is { } last && last.Client == client) return last;
        if (!logs.TryGetValue(client, out var log)) logs[client] = log = new ClientLog(client);
        return lastLog = log;
    }

    /// <summary>The log, or null for a client who has written nothing.</summary>
    internal ClientLog? KnownLog(long client) => logs.TryGetValue(client, out var log) && log.Count > 0 ? log : null;

    internal Branch Root(string name)
    {
        if (!roots.TryGetValue(name, out var branch)) roots[name] = branch = new Branch(this, null) { Name = name };
        return branch;
    }

    internal Branch? KnownRoot(string name) => roots.GetValueOrDefault(name);

    internal Integration Integration => incoming.Integration;

    /// <summary>Runs a change within the transaction that is open, or in one of its own.</summary>
    internal void Change(Action<Transaction> change)
    {
        if (transaction is not null) change(transaction);
        else Transact(() => change(transaction!));
    }

    Branch Root(string name, YTypeKind kind)
    {
        var branch = Root(name);
        if (branch.Kind is { } other && other != kind) throw new InvalidOperationException($"\"{name}\" is a type of kind {other}.");
        branch.Kind = kind;
        return branch;
    }

    static long ByChance() => RandomNumberGenerator.GetInt32(1, int.MaxValue);
}
