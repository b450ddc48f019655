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
        using var alone = Alone($"{file}.lock");
        if (File.Exists(file)) return;
        var part = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options)) stream.Write(RandomNumberGenerator.GetBytes(Bytes));
        File.Move(part, file, overwrite: true);
    }

    /// <summary>One node at a time: a move that must not overwrite looks first and moves then, and two may look at once.</summary>
    private static FileStream Alone(string file)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException && tries < 1000)
            {
                Thread.Sleep(5);
            }
        }
    }
}
