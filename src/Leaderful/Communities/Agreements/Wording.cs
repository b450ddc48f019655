using Leaderful.Data;
using Leaderful.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Agreements;

public static class Wording
{
    public static Agreement WriteAgreement(this Unit unit, Id<Community> community, Id<Actor> by, string title, string text)
    {
        var agreement = new Agreement { Id = Id<Agreement>.New(), CommunityId = community, Version = 1, ChangedAt = unit.Now };
        unit.Db.Add(agreement);
        unit.Write(agreement, by, title, text);
        return agreement;
    }

    /// <summary>A next version, if anything differs; members are asked again.</summary>
    public static async Task ReviseAgreement(this Unit unit, Id<Agreement> id, Id<Community> community, Id<Actor> by, string title, string text)
    {
        await unit.Hold(community);
        var agreement = await unit.Db.The<Agreement>().AsTracking().SingleAsync(a => a.Id == id && a.CommunityId == community);
        var last = await unit.Db.The<AgreementVersion>().SingleAsync(v => v.AgreementId == id && v.Number == agreement.Version);
        if (last.Title == title && last.Text == text) return;
        (agreement.Version, agreement.ChangedAt) = (agreement.Version + 1, unit.Now);
        unit.Write(agreement, by, title, text);
    }

    public static async Task RetireAgreement(this Unit unit, Id<Agreement> id, Id<Community> community, Id<Actor> by)
    {
        var agreement = await unit.Db.The<Agreement>().AsTracking().SingleAsync(a => a.Id == id && a.CommunityId == community);
        agreement.Retire(by, unit.Now);
        unit.Journal(by, "agreement.retired", id.Value, community, inverse: "agreement.restored");
        unit.Tell(Streams.Of(community));
    }

    public static async Task RestoreAgreement(this Unit unit, Id<Agreement> id, Id<Community> community, Id<Actor> by)
    {
        var agreement = await unit.Db.The<Agreement>().AsTracking().SingleAsync(a => a.Id == id && a.CommunityId == community);
        agreement.Restore();
        unit.Journal(by, "agreement.restored", id.Value, community, inverse: "agreement.retired");
        unit.Tell(Streams.Of(community));
    }

    private static void Write(this Unit unit, Agreement agreement, Id<Actor> by, string title, string text)
    {
        unit.Db.Add(new AgreementVersion
        {
            Id = Id<AgreementVersion>.New(), CommunityId = agreement.CommunityId, AgreementId = agreement.Id, Number = agreement.Version,
            Title = title, Text = text, Html = MarkdownText.ToHtml(text).Html, WrittenAt = unit.Now, WrittenById = by,
        });
        unit.Journal(by, "agreement.written", agreement.Id.Value, agreement.CommunityId);
        unit.Tell(Streams.Of(agreement.CommunityId));
    }
}
