using System.Security.Cryptography;
using System.Text;
using Leaderful.Shared;

namespace Leaderful.Accounts;

/// <summary>
/// Addresses as imported names keep them: an HMAC under a key of this instance, so that whoever reads the database alone can
/// neither read an address nor try out a list of them. The key lies with the other keys, outside the database.
/// </summary>
public sealed class AddressHasher(Settings settings)
{
    private readonly Lazy<byte[]> key = new(() => KeyFile.Read(settings.KeyFolder, "addresses.key"));

    public byte[] Hash(string email) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(Person.KeyOf(email)));
}
