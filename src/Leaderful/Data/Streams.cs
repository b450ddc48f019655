using Leaderful.Accounts;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Bringing;
using Leaderful.Conversations;

namespace Leaderful.Data;

/// <summary>The names under which nodes tell each other that something changed. A hint only: the database is the truth.</summary>
public static class Streams
{
    public const string Outbox = "outbox";

    public static string Of(Id<Conversation> conversation) => $"conversation:{conversation}";

    public static string Of(Id<Community> community) => $"community:{community}";

    public static string Of(Id<GuestList> list) => $"guests:{list}";

    /// <summary>What a circle is called, or who belongs to it, changed.</summary>
    public static string Of(Id<Circle> circle) => $"circle:{circle}";

    /// <summary>A person's rights, devices or name changed: sessions are read anew and streams end.</summary>
    public static string Of(Id<Person> person) => $"person:{person}";

    public static bool IsAboutPeople(string stream) =>
        stream.StartsWith("person:", StringComparison.Ordinal) || stream.StartsWith("community:", StringComparison.Ordinal)
        || stream.StartsWith("circle:", StringComparison.Ordinal);
}
