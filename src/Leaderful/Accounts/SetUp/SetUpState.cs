using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>Whether anybody is there yet. Once somebody is, that stays so and is asked no more.</summary>
public sealed class SetUpState(IServiceScopeFactory scopes)
{
    private volatile bool done;
    private volatile string? address;

    public async ValueTask<bool> IsDone()
    {
        if (done) return true;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        address = await db.The<Instance>().Select(i => i.Address).SingleOrDefaultAsync();
        return done = address is not null || await db.The<Person>().AnyAsync();
    }

    public async ValueTask<string?> Address()
    {
        await IsDone();
        return address;
    }
}
