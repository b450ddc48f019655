using Microsoft.AspNetCore.Identity;

namespace Leaderful.Accounts;

public static class PasskeyServices
{
    /// <summary>Of the framework's Identity only what verifies passkeys; see docs/decisions/passkeys.md.</summary>
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>();
        services.AddScoped<PersonStore>();
        services.AddScoped<IUserStore<Person>>(s => s.GetRequiredService<PersonStore>());
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyCeremony>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Found by the browser without an address typed, and unlocked by its owner: it stands for a whole sign-in.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == InstanceAddress.Of(origin.HttpContext));
        });
    }
}
