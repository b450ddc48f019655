using System.Security.Cryptography;

namespace Leaderful.Shared;

/// <summary>A secret of this instance, in a file beside the others: made once, whole, by whichever node is first; the others read what it made.</summary>
public static class KeyFile
{
    private const int Bytes = 32;

    public static byte[] Read(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) Make(file);
        var read = File.ReadAllBytes(file);
        // A key cut short would still sign, and anybody could sign like it.
        return read.Length == Bytes ? read : throw new InvalidOperationException($"{file} is not the key it should be; put it back from a backup.");
    }

    private static void Make(string file)
    {
        var part = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options)) stream.Write(RandomNumberGenerator.GetBytes(Bytes));
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
