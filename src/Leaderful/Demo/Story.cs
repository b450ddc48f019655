using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;

namespace Leaderful.Demo;

/// <summary>What happened, to whom, where and when.</summary>
public sealed class Story(DemoCalendar calendar, Letterhead paper, Blobs blobs)
{
    private readonly Dictionary<string, Community> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Place, string Tale), (Tale Tale, Id<Conversation> Id)> told = [];

    private readonly Dictionary<(string Place, string Tale), Id<Thing>> about = [];

    public DemoCalendar Calendar => calendar;

    /// <summary>What the letters are written on that people got meanwhile.</summary>
    public Letterhead Paper => paper;

    /// <summary>Where the files lie that people brought along.</summary>
    public Blobs Blobs => blobs;
    public Cast Cast { get; } = new();

    public Community Place(string place) => places[place];

    public (Tale Tale, Id<Conversation> Id) Told(string place, string tale) => told[(place, tale)];

    public void Tell(string place, Tale tale, Id<Conversation> id) => told[(place, tale.Key)] = (tale, id);

    /// <summary>What a tale is begun about.</summary>
    public void TellAbout(string place, string tale, Id<Thing> thing) => about[(place, tale)] = thing;

    public Id<Thing>? AboutOf(string place, string tale) => about.TryGetValue((place, tale), out var thing) ? thing : null;

    public void Found(Community community) => places.Add(community.Slug, community);

    public Task Play(Unit unit)
    {
        Millbrook.Schedule(this);
        Harbour.Schedule(this);
        Letter.Schedule(this);
        Portraits.Schedule(this);
        CircleStory.Schedule(this);
        PageTale.Schedule(this);
        Gathered.Schedule(this);
        Underway.Schedule(this);
        Recounted.Schedule(this);
        Questions.Schedule(this);
        Doings.Schedule(this);
        Prepared.Schedule(this);
        OnTheWall.Schedule(this);
        Pledge.Schedule(this);
        LookedBack.Schedule(this);
        TwoByTwo.Schedule(this);
        Meetings.Schedule(this);
        Asking.Schedule(this);
        Catching.Up(this);
        return calendar.Play(unit);
    }
}
