using System.Security.Cryptography;
using Leaderful.Accounts;
using Leaderful.Communities.Letters;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Invitations;

public sealed record OpenInvitation(Id<CapabilityLink> Id, string? Email, string By, DateTime CreatedAt, DateTime ExpiresAt, int? MaxUses, int Uses);

public sealed record InvitationsModel(IReadOnlyList<OpenInvitation> Open, DateOnly Today, Form Form);

/// <summary>What is shown of a new invitation; later, when the token is forgotten, only that it was shown.</summary>
public sealed record SlipModel(CapabilityLink Link, Community Community, string? Address);

public static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var stewards = app.MapGroup("/c/{community}/invitations").ForStewards("they invite, and see which invitations are open");
        stewards.MapGet("", async (Viewer viewer, Db db, TimeProvider time) => Screen.Show<InvitationsPage, InvitationsModel>(await Model(db, viewer.Here, time.Utc(), First())));
        stewards.MapPost("", Make).RequireRateLimiting(RateLimits.Writing);
        stewards.MapGet("/{link}", Slip);
        stewards.MapPost("/{link}/ending", End).RequireRateLimiting(RateLimits.Writing);
        stewards.MapPost("/{link}/reopening", Reopen).RequireRateLimiting(RateLimits.Writing);
        app.MapHolding();
    }

    private static Form First() => Form.With(("expires", nameof(Lasting.Week)), ("uses", "10"));

    private static async Task<IResult> Make(Form form, HttpContext context, Viewer viewer, Db db, Writes writes, Letterheads letterheads)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().Utc();
        var wish = InvitationWish.Read(form, viewer.Words, now);
        if (wish.Email is { } to && !context.RequestServices.GetRequiredService<Settings>().Unlimited && await db.HasMailedEnough(viewer.Me.ActorId, to, now))
            form.Refuse("email", viewer.Words["invitations.mailed-enough"]);
        if (!form.IsRight) return Screen.ShowAgain<InvitationsPage, InvitationsModel>(await Model(db, viewer.Here, now, form));
        var paper = await letterheads.For(context);
        var (link, token) = await writes.Do(async unit =>
        {
            var made = unit.Invite(viewer.Here.Id, viewer.Me.ActorId, wish.ExpiresAt, wish.Uses, wish.Email);
            if (wish.Email is not null) await unit.SendInvitation(paper, viewer.Words, made.Link, made.Token, viewer.Me.Name);
            return made;
        });
        if (wish.Email is not null) return Screen.Go($"{viewer.Here.Path}/invitations", new Done("invitations.mailed", $"{viewer.Here.Path}/invitations/{link.Id}/ending", wish.Email));
        var path = $"{viewer.Here.Path}/invitations/{link.Id}";
        SlipCookie.Leave(context, path, token);
        return Screen.Go(path);
    }

    private static async Task<IResult> Slip(Id<CapabilityLink> link, HttpContext context, Viewer viewer, Db db, InstanceAddress address)
    {
        if (await Find(db, viewer.Here, link) is not { } found) return Results.NotFound();
        var token = SlipCookie.Read(context);
        var fits = token is not null && CryptographicOperations.FixedTimeEquals(CapabilityLink.Hash(token), found.TokenHash);
        var community = await db.The<Community>().SingleAsync(c => c.Id == viewer.Here.Id);
        return Screen.Show<SlipPage, SlipModel>(new SlipModel(found, community, fits ? $"{await address.For(context)}/join/{token}" : null));
    }

    private static async Task<IResult> End(Id<CapabilityLink> link, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, link) is null) return Results.NotFound();
        await writes.Do(unit => Change(unit, link, viewer, l => l.End(unit.Now), "invitation.ended"));
        return Screen.Go($"{viewer.Here.Path}/invitations", new Done("invitations.ended", $"{viewer.Here.Path}/invitations/{link}/reopening"));
    }

    private static async Task<IResult> Reopen(Id<CapabilityLink> link, Viewer viewer, Db db, Writes writes)
    {
        if (await Find(db, viewer.Here, link) is null) return Results.NotFound();
        await writes.Do(unit => Change(unit, link, viewer, l => l.Reopen(), "invitation.reopened"));
        return Screen.Go($"{viewer.Here.Path}/invitations", new Done("invitations.reopened"));
    }

    private static async Task Change(Unit unit, Id<CapabilityLink> link, Viewer viewer, Action<CapabilityLink> change, string verb)
    {
        change(await unit.Db.The<CapabilityLink>().AsTracking().SingleAsync(l => l.Id == link));
        unit.Journal(viewer.Me.ActorId, verb, link.Value, viewer.Here.Id);
    }

    private static Task<CapabilityLink?> Find(Db db, Here here, Id<CapabilityLink> link) =>
        db.The<CapabilityLink>().SingleOrDefaultAsync(l => l.Id == link && l.CommunityId == here.Id && l.Purpose == LinkPurpose.Invitation);

    private static async Task<InvitationsModel> Model(Db db, Here here, DateTime now, Form form) => new(
        await (
            from link in db.The<CapabilityLink>()
            join actor in db.The<Actor>() on link.CreatedById equals actor.Id
            where link.CommunityId == here.Id && link.Purpose == LinkPurpose.Invitation
                && link.EndedAt == null && link.ExpiresAt > now && (link.MaxUses == null || link.Uses < link.MaxUses)
            orderby link.CreatedAt descending
            select new OpenInvitation(link.Id, link.Email, actor.Name, link.CreatedAt, link.ExpiresAt, link.MaxUses, link.Uses)).Take(200).ToListAsync(),
        DateOnly.FromDateTime(now), form);
}
