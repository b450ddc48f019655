using Leaderful.Data;

namespace Leaderful.Accounts;

/// <summary>
/// Whether anybody is there yet. Once somebody is, that stays so and is asked no more. Asked plainly, for every start asks it.
/// </summary>
public sealed class SetUpState(IServiceScopeFactory scopes)
{
    private volatile bool done;
    private volatile string? address;

    public async ValueTask<bool> IsDone()
    {
        if (done) return true;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        (address, var isAnybodyThere) = (await db.Ask(
            $"""SELECT (SELECT "Address" FROM instance), EXISTS (SELECT 1 FROM people)""", row => (row.TextOrNone(0), row.Is(1))))[0];
        return done = address is not null || isAnybodyThere;
    }

    public async ValueTask<string?> Address()
    {
        await IsDone();
        return address;
    }
}
