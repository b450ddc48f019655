using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Accounts;

/// <summary>
/// Turns a mail address into a hash under a key of this instance, so that an imported name can be claimed by the address's
/// owner while a stolen database tells nobody which addresses wrote. The key lies with the others, not in the database.
/// </summary>
public sealed class AddressHasher(Settings settings)
{
    private const int KeyLength = 32;

    private readonly Lazy<byte[]> key = new(() => ReadOrMake(settings.KeyFolder));

    public byte[] Hash(string address) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(Person.KeyOf(address)));

    private static byte[] ReadOrMake(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, "addresses.key");
        for (; ; )
        {
            if (File.Exists(path) && File.ReadAllBytes(path) is { Length: KeyLength } kept) return kept;
            var own = $"{path}.{Guid.NewGuid():N}";
            using (var file = new FileStream(own, Private()))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyLength));
                file.Flush(flushToDisk: true);
            }
            // Whoever comes first decides; a second process reads what the first one wrote.
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
