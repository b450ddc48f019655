using System.Security.Cryptography;
using System.Text;

namespace Leaderful.Accounts;

/// <summary>
/// Addresses as imported names keep them: an HMAC under a key of this instance, so that whoever reads the database alone can
/// neither read an address nor try out a list of them. The key lies with the other keys, outside the database.
/// </summary>
public sealed class AddressHasher(Settings settings)
{
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> key = new(() => Load(settings.KeyFolder));

    public byte[] Hash(string email) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(Person.KeyOf(email)));

    /// <summary>Made once, whole, by whichever node is first; the others read what it made.</summary>
    private static byte[] Load(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "addresses.key");
        if (!File.Exists(file)) Make(file);
        var read = File.ReadAllBytes(file);
        return read.Length == KeyBytes ? read : throw new InvalidOperationException($"{file} is not the key it should be; imported names cannot be matched without it.");
    }

    private static void Make(string file)
    {
        var part = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options)) stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }
}
