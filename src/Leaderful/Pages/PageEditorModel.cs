using System.Text.Json;
using Leaderful.Data;

namespace Leaderful.Pages;

/// <summary>What the editor of a live page has to know. Addresses that are not given are of what this page does not offer.</summary>
public sealed record PageEditorModel(string Page, string Person, string Name, int Colour)
{
    /// <summary>Where the socket is; the page's id is put behind it.</summary>
    public string Socket { get; init; } = "/live/pages";

    public bool IsWritable { get; init; }

    /// <summary>Answers <c>?q=</c> with names to call.</summary>
    public string? Names { get; init; }

    /// <summary>Takes a picture as <c>file</c> and answers <c>{"src": …, "alt": …}</c>.</summary>
    public string? Files { get; init; }

    /// <summary>What stands before the id of a thing that lives elsewhere and shows here.</summary>
    public string? Things { get; init; }

    /// <summary>Answers <c>q=</c> with things to show.</summary>
    public string? ThingNames { get; init; }

    /// <summary>Answers whose number is whose by now.</summary>
    public string? WritersAt { get; init; }

    /// <summary>Whose number is whose: the client ids of Yjs with the name and colour of whoever wrote under them.</summary>
    public IReadOnlyDictionary<long, Writer> Writers { get; init; } = new Dictionary<long, Writer>();

    /// <summary>One of the eight colours a hand can have, the same on every page.</summary>
    public static int ColourOf(Id<Actor> actor) => actor.Value.ToByteArray()[15] % 8;

    public string? WritersJson => Writers.Count == 0 ? null : JsonSerializer.Serialize(Writers, JsonSerializerOptions.Web);

    public sealed record Writer(string Name, int Colour);
}
