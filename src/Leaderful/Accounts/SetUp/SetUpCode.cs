using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Accounts;

/// <summary>
/// The code that shows whoever sets the instance up can read its console. A new one at each start while nobody is there, kept
/// in this process alone: there is nothing on disk to find.
/// </summary>
public sealed class SetUpCode
{
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>Twelve letters one can read aloud: about 59 bits.</summary>
    public string Code { get; } = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public bool Matches(string typed) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(typed))), SHA256.HashData(Encoding.UTF8.GetBytes(Plain(Code))));

    private static string Plain(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
