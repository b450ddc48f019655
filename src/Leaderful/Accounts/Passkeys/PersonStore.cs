using Leaderful.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>
/// What the framework's passkey handler needs to read of people and their passkeys. It only reads: whatever a ceremony
/// changes is written by our own units, with its journal row.
/// </summary>
public sealed class PersonStore(Db db) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Id<Person>.TryParse(userId, null, out var id)
        ? db.The<Person>().SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null, cancellationToken)
        : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.The<Person>().SingleOrDefaultAsync(p => p.EmailKey == normalizedUserName && p.LeftAt == null, cancellationToken);

    /// <summary>Whose a credential is, removed ones included: an id is never given out twice.</summary>
    public Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => (
        from passkey in db.The<Passkey>()
        join person in db.The<Person>() on passkey.PersonId equals person.Id
        where passkey.CredentialId == credentialId
        select person).SingleOrDefaultAsync(cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var passkeys = await Of(user).ToListAsync(cancellationToken);
        return [.. passkeys.Select(Info)];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Of(user).SingleOrDefaultAsync(p => p.CredentialId == credentialId, cancellationToken) is { } passkey ? Info(passkey) : null;

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw Unwritten();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Unwritten();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw Unwritten();

    public void Dispose() { }

    private IQueryable<Passkey> Of(Person user) => db.The<Passkey>().Where(p => p.PersonId == user.Id && p.RemovedAt == null);

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new DateTimeOffset(passkey.CreatedAt), (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, attestationObject: [], clientDataJson: []);

    private static NotSupportedException Unwritten() => new("Writes go through Leaderful.Data.Writes.");
}
