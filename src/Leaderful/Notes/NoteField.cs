namespace Leaderful.Notes;

/// <summary>One text of a note, by the name under which it is kept in it, and what is asked of its writer.</summary>
public sealed record NoteField(string Name, string Label, string? Hint = null);
