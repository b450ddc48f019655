using Leaderful.Communities;
using Leaderful.Communities.Agreements;
using Leaderful.Data;
using Leaderful.Tests.Conversations;
using Leaderful.Care;
using Leaderful.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Tests.Care;

/// <summary>Millbrook with an agreement everybody accepted, a second steward, and two more plain members.</summary>
public sealed class CareWorld : World
{
    public Visitor Noor { get; private set; } = null!;
    public Visitor Joss { get; private set; } = null!;
    public Visitor Wen { get; private set; } = null!;
    public Agreed Kind { get; private set; } = null!;

    protected override async Task Settle()
    {
        await base.Settle();
        (Noor, Joss, Wen) = (await Register("Noor Aziz", "noor@care.example"), await Register("Joss Penhale", "joss@care.example"), await Register("Wen Li", "wen@care.example"));
        foreach (var one in new[] { Noor, Joss, Wen }) await Join(one, Millbrook);
        await Writes.Do(async unit => (await unit.MembershipOf(Millbrook.Id, Noor.Person.Id))!.BecomeSteward(unit.Now));
        await Writes.Do(unit => { unit.WriteAgreement(Millbrook.Id, Ines.Person.ActorId, "We speak kindly", "Also of those who are not here."); });
        Kind = (await Read(db => db.AgreementsOf(Millbrook.Id))).Single();
        foreach (var one in new[] { Ines, Ruth, Noor, Joss, Wen })
            await Writes.Do(async unit => await unit.Accept(Millbrook.Id, await unit.ThePerson(one.Person.Id), [Kind]));
    }

    /// <summary>Through the pages, as somebody would.</summary>
    public async Task<Screen> Report(Visitor who, Id<Conversation> id, int number, string text = "") =>
        await who.Submit(await who.Get($"{Talk.Path(id)}/posts/{number}/reports/new"), "/reports", ("agreement", Kind.Id.ToString()), ("text", text));

    public async Task<Screen> Decide(Visitor who, Id<Conversation> id, int number, Verdict verdict, string why)
    {
        var path = await Path(id, number);
        return await who.Submit(await who.Get(path), "/decisions", ("verdict", verdict.ToString()), ("agreement", Kind.Id.ToString()), ("why", why));
    }

    public async Task<string> Path(Id<Conversation> id, int number)
    {
        var post = await this.Post(id, number);
        return $"/c/millbrook/care/{await Read(db => db.The<CareCase>().Where(c => c.PostId == post.Id).Select(c => c.Id).SingleAsync())}";
    }

    public async Task<string?> Fold(Id<Conversation> id, int number) =>
        (await Wen.Get(Talk.Path(id))).Page.QuerySelector($"#p{number} details.care > summary")?.TextContent;
}
