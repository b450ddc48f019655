using Leaderful.Accounts;
using Leaderful.Communities.Bringing;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Communities.Letters;

/// <summary>What every letter from a community needs: its reader's language, and where links begin. Without paper nobody is written to.</summary>
public sealed record Letterhead(Languages Languages, string Origin)
{
    public Words For(Person person) => Languages.Best(person.Language);

    public static Task<Community> Of(Unit unit, Id<Community> id) => unit.Db.The<Community>().SingleAsync(c => c.Id == id);
}

/// <summary>Takes the paper from the desk before a unit begins, since a unit only knows the database.</summary>
public sealed class Letterheads(Languages languages, InstanceAddress address)
{
    public async ValueTask<Letterhead> For(HttpContext context) => new(languages, await address.For(context));

    /// <summary>Where nobody asks just now; null until the instance is set up.</summary>
    public async ValueTask<Letterhead?> Known() => await address.Known() is { } origin ? new(languages, origin) : null;
}

public static class LetterServices
{
    public static void AddCommunities(this IServiceCollection services)
    {
        services.AddSingleton<Letterheads>();
        services.AddBringing();
    }
}
