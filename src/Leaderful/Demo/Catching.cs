using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Demo;

/// <summary>Whoever one can come in as has read most of what there is; the last days are new to them.</summary>
public static class Catching
{
    public static void Up(Story story)
    {
        story.Calendar.On(179, "21:30", unit => Read(unit, story, "ines"));
        story.Calendar.On(180, "06:30", unit => Read(unit, story, "ruth"));
        story.Calendar.On(150, "16:00", unit => Read(unit, story, "tove"));
    }

    private static async Task Read(Unit unit, Story story, string who)
    {
        var person = story.Cast.Person(who).Id;
        var mine = unit.Db.The<Membership>().Where(m => m.PersonId == person).Select(m => m.CommunityId);
        var conversations = await unit.Db.The<Conversation>().AsNoTracking().Where(c => mine.Contains(c.CommunityId)).ToListAsync();
        foreach (var conversation in conversations) await unit.Read(person, conversation.Id, conversation.CommunityId, conversation.PostCount);
    }
}
