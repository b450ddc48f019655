using System.Globalization;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Shared.Web;

namespace Leaderful.Drafts;

/// <summary>Where something is written: what it is about, the page of its form, and the address that keeps it.</summary>
public sealed record DraftPlace(DraftKind Kind, Id<Thing> Subject, Id<Community> Community, string Page, string Address)
{
    /// <summary>What is in the field anyway; a draft that says the same says nothing.</summary>
    public string Before { get; init; } = "";

    public static DraftPlace Reply(Viewer viewer, Id<Conversation> id) =>
        At(viewer, DraftKind.Reply, id.As<Thing>(), $"{viewer.Here.Path}/conversations/{id}", $"{viewer.Here.Path}/conversations/{id}/draft");

    public static DraftPlace Edit(Viewer viewer, PostText post)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"{viewer.Here.Path}/conversations/{post.Conversation.Id}/posts/{post.Number}");
        return At(viewer, DraftKind.Edit, post.Id.As<Thing>(), $"{page}/revisions/new", $"{page}/draft") with { Before = post.Text };
    }

    /// <summary>What is written for a circle is another draft than what is written for the community.</summary>
    public static DraftPlace Beginning(Viewer viewer, string? from)
    {
        var circle = Id<Circle>.TryParse(from, null, out var known) && viewer.Me.Circles.Any(c => c.Id == known) ? known : (Id<Circle>?)null;
        return At(viewer, DraftKind.Beginning, circle?.As<Thing>() ?? viewer.Here.Id.As<Thing>(),
            $"{viewer.Here.Path}/conversations/new" + (circle is { } id ? $"?circle={id}" : ""), $"{viewer.Here.Path}/conversations/draft");
    }

    /// <summary>Under which name the browser keeps it: another person at the same browser has others.</summary>
    public string Key(Viewer viewer) => $"{Kind switch { DraftKind.Reply => "reply", DraftKind.Edit => "edit", _ => "begin" }}:{Subject}:{viewer.Me.ActorId}";

    private static DraftPlace At(Viewer viewer, DraftKind kind, Id<Thing> subject, string page, string address) =>
        new(kind, subject, viewer.Here.Id, page, address);
}
