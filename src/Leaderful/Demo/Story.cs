using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Demo;

/// <summary>What happened, to whom, where and when.</summary>
public sealed class Story(DemoCalendar calendar, string address)
{
    private readonly Dictionary<string, Community> places = new(StringComparer.Ordinal);

    public DemoCalendar Calendar => calendar;

    /// <summary>Where the instance is reached, for links in its mails.</summary>
    public string Address => address;
    public Cast Cast { get; } = new();

    public Community Place(string place) => places[place];

    public void Found(Community community) => places.Add(community.Slug, community);

    public Task Play(Unit unit)
    {
        Millbrook.Schedule(this);
        Harbour.Schedule(this);
        Letter.Schedule(this);
        Catching.Up(this);
        return calendar.Play(unit);
    }
}
