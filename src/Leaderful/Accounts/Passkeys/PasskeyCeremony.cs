using System.Security.Cryptography;
using System.Text;
using Leaderful.Data;
using Microsoft.AspNetCore.Identity;

namespace Leaderful.Accounts;

/// <summary>
/// The two ceremonies of WebAuthn. The framework verifies them; we keep the challenge with the browser, sealed and for five
/// minutes, and let it be answered once.
/// </summary>
public sealed class PasskeyCeremony(IPasskeyHandler<Person> handler, SealedCookies cookies, Writes writes, PersonStore people)
{
    private const string Cookie = "passkey";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public async Task<string> BeginRegistration(HttpContext context, Session me)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = me.PersonId.ToString(), Name = me.Email, DisplayName = me.Name }, context);
        Keep(context, "register", options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <summary>Options for anybody's passkey, or for one person's where we know who must prove it is them.</summary>
    public async Task<string> BeginUse(HttpContext context, Session? me)
    {
        var person = me is null ? null : await people.FindByIdAsync(me.PersonId.ToString(), context.RequestAborted);
        // The framework takes no person for "anybody's", though its signature does not say so.
        var options = await handler.MakeRequestOptionsAsync(person!, context);
        Keep(context, me is null ? "use" : $"use:{me.PersonId}", options.AssertionState);
        return options.RequestOptionsJson;
    }

    public async Task<UserPasskeyInfo?> FinishRegistration(HttpContext context, Session me, string credential)
    {
        if (await Spend(context, "register") is not { } state) return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == me.PersonId.ToString() ? result.Passkey : null;
    }

    public async Task<PasskeyUse?> FinishUse(HttpContext context, Session? me, string credential)
    {
        if (await Spend(context, me is null ? "use" : $"use:{me.PersonId}") is not { } state) return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        return result.Succeeded ? new PasskeyUse(result.User, result.Passkey) : null;
    }

    private void Keep(HttpContext context, string kind, string? state) =>
        cookies.Give(context, Cookie, new Challenge(kind, state ?? ""), Lasts);

    private async Task<string?> Spend(HttpContext context, string kind)
    {
        var challenge = cookies.Read<Challenge>(context, Cookie);
        SealedCookies.TakeBack(context, Cookie);
        if (challenge is null || challenge.Kind != kind) return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(challenge.State));
        return await writes.Do(unit => unit.Spend(hash)) ? challenge.State : null;
    }

    private sealed record Challenge(string Kind, string State);
}

public sealed record PasskeyUse(Person Person, UserPasskeyInfo Passkey);
