namespace Leaderful.Yjs;

/// <summary>Bytes that are no update, state vector, position or message of Yjs. The one exception that reading foreign bytes throws.</summary>
public sealed class YjsFormatException : Exception
{
    /// <summary>An exception without a reason.</summary>
    public YjsFormatException() : this("The bytes are not what Yjs writes.") { }

    /// <summary>An exception that says in one sentence what is wrong.</summary>
    public YjsFormatException(string message) : base(message) { }

    /// <summary>An exception with the one that led to it.</summary>
    public YjsFormatException(string message, Exception innerException) : base(message, innerException) { }
}
