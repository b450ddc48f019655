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
        await db.Open();
        await using var asking = db.Statement("""SELECT (SELECT "Address" FROM instance), EXISTS (SELECT 1 FROM people)""");
        await using var row = await asking.ExecuteReaderAsync();
        await row.ReadAsync();
        address = row.IsDBNull(0) ? null : row.GetString(0);
        return done = address is not null || row.GetBoolean(1);
    }

    public async ValueTask<string?> Address()
    {
        await IsDone();
        return address;
    }
}
