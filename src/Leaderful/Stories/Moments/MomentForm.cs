using Leaderful.Accounts;
using Leaderful.Communities.Members;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Linking;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Stories.Moments;

/// <summary>Reads whose words somebody asks for, and what an owner answers.</summary>
internal static class MomentForm
{
    /// <summary>The wish; and several who bear the name, where that is so. Who is no member is asked by mail.</summary>
    public static async Task<(MomentWish? Wish, IReadOnlyList<Member> Namesakes)> Read(Form form, Viewer viewer, Db db)
    {
        var words = viewer.Words;
        var said = form.Text("words", Moment.LongestWords, words["stories.wrong.words-long"], words["stories.wrong.words-missing"]);
        var name = form.Line("name", Moment.LongestName, words["stories.wrong.name-long"], words["stories.wrong.name-missing"]);
        var meant = form.IsRight ? await db.MeantBy(viewer.Here.Id, name, form["person"]) : MeantMember.Nobody;
        if (meant.Namesakes.Count > 0) form.Refuse("person", words["stories.wrong.which"]);
        if (meant.One?.PersonId == viewer.Me.PersonId) form.Refuse("name", words["stories.wrong.myself"]);
        var email = meant.One is null ? EmailAddress.Read(form["email"]) : null;
        if (form.IsRight && meant.One is null && email is null) form.Refuse("email", words["stories.wrong.email"]);
        if (!form.IsRight) return (null, meant.Namesakes);
        return (new(meant.One is { } member ? new Id<Actor>(member.ActorId) : null, name, email is null ? "" : Person.KeyOf(email), said), []);
    }

    public static MomentReply Reply(Form form, Shared.Words words)
    {
        var answer = Enum.TryParse<MomentAnswer>(form["answer"], ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : (MomentAnswer?)null;
        if (answer is null) form.Refuse("answer", words["stories.wrong.answer"]);
        if (answer != MomentAnswer.Allow) return new(answer ?? MomentAnswer.Decline);
        var said = form.Text("words", Moment.LongestWords, words["stories.wrong.words-long"], words["stories.wrong.words-missing"]);
        return new(MomentAnswer.Allow, said, form.Has("nameless"), Id<Scope>.TryParse(form["for"], null, out var rung) ? rung : null);
    }

    /// <summary>With what somebody reads taken along: its words, and whose they are. Nothing where it is not theirs to read.</summary>
    public static async Task<Form> From(Db db, Viewer viewer, Id<Thing>? from, Id<Scope> to)
    {
        var form = Form.With(("to", to.ToString()));
        if (await db.ThingToSpeakOf(viewer, from) is not { Kind: ThingKind.Post } thing) return form;
        var post = thing.Id.As<Post>();
        var found = await (
            from p in db.The<Post>()
            join t in db.The<Thing>() on p.Id.As<Thing>() equals t.Id
            join w in db.The<Actor>() on t.AuthorId equals w.Id
            join a in db.The<Actor>() on w.ClaimedById ?? w.Id equals a.Id
            where p.Id == post && p.Folded == null
            select new { p.Html, a.Name, a.PersonId }).SingleOrDefaultAsync();
        if (found is null) return form;
        form.Put("words", Said.Excerpt(found.Html, Moment.LongestWords - 1));
        form.Put("name", found.Name);
        form.Put("person", found.PersonId?.ToString() ?? "");
        return form;
    }
}
