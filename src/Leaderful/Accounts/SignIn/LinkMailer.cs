using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Web;

namespace Leaderful.Accounts;

/// <summary>Takes a wish for a link from a request to the outbox, and lets the browser remember where it asked to have it sent.</summary>
public sealed class LinkMailer(Writes writes, Languages languages, InstanceAddress address, SealedCookies cookies, Settings settings)
{
    public const string Note = "sent";

    public async Task Send(HttpContext context, string email, string back)
    {
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        var request = new LinkRequest(email, back, await address.For(context), DeviceName.Of(context, viewer.Words))
        {
            Languages = languages, Wishes = context.Request.Headers.AcceptLanguage.ToString(), IsLimited = !settings.Unlimited,
        };
        await writes.Do(unit => unit.SendSignInLink(request));
        cookies.Give(context, Note, new SentLink(email, back), SignInLinks.Lasts);
    }
}

public sealed record SentLink(string Email, string Return);
