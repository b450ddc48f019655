namespace Leaderful.Yjs;

/// <summary>A place where a document holds another one, which is stored and sent apart.</summary>
/// <param name="Guid">The name of the other document.</param>
/// <param name="Options">What Yjs says of it: a dictionary with <c>autoLoad</c>, <c>gc</c> and <c>meta</c> where they are set.</param>
public sealed record YSubdocument(string Guid, object? Options);
