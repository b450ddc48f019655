using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Communities.Letters;
using Leaderful.Communities.Members;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Care;

/// <summary>Letters of this room. None says what was reported, or who reported it.</summary>
internal static class CareLetters
{
    /// <summary>To each who is asked to look at it.</summary>
    public static async Task SendToStewards(this Unit unit, Letterhead paper, CareCase matter, CarePost post, string what)
    {
        var community = await Letterhead.Of(unit, matter.CommunityId);
        foreach (var steward in await unit.Db.KeepersOf(matter.CommunityId, post.Scope, post.AuthorId).ToListAsync())
        {
            var words = paper.For(steward);
            unit.Send(new Letter(words, steward.Email, words.Say($"care.letter.{what}-subject", ("community", community.Name)))
            {
                FromName = community.Name,
                Body = [words.Say($"care.letter.{what}", ("name", NameOf(post, words)), ("title", post.Title))],
                Link = new LetterLink(words["care.letter.look"], $"{paper.Origin}{community.Path}/care/{matter.Id}"),
            });
        }
    }

    public static async Task SendToAuthor(this Unit unit, Letterhead paper, CareCase matter, CarePost post, Ruling ruling)
    {
        if (await unit.Db.MemberWho(matter.CommunityId, post.AuthorId) is not { } author) return;
        var (community, words) = (await Letterhead.Of(unit, matter.CommunityId), paper.For(author));
        unit.Send(new Letter(words, author.Email, words.Say("care.letter.decided-subject", ("community", community.Name)))
        {
            FromName = community.Name,
            Body = [words.Say($"care.letter.{ruling.Verdict.Key()}", ("title", post.Title)), .. await unit.Broken(ruling, words), .. ruling.Why.Length > 0 ? [ruling.Why] : Array.Empty<string>()],
            Link = new LetterLink(words["care.letter.read"], $"{paper.Origin}{community.Path}/care/{matter.Id}"),
            After = [words["care.letter.may-answer"]],
        });
    }

    private static async Task<string[]> Broken(this Unit unit, Ruling ruling, Words words)
    {
        if (ruling.Meant is not { Agreement: { } id, Version: { } number }) return [];
        var title = await unit.Db.The<AgreementVersion>().Where(v => v.AgreementId == id && v.Number == number).Select(v => v.Title).SingleAsync();
        return [words.Say("care.letter.agreement", ("agreement", title))];
    }

    private static string NameOf(CarePost post, Words words) => post.AuthorName.Length > 0 ? post.AuthorName : words["conversations.former"];
}
