using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Leaderful.Shared;

namespace Leaderful.Live;

/// <summary>
/// Names of streams as pages carry them: kind, id and a mark only we can make, so that nobody asks for what no page of
/// ours has shown them. The key lies with the other keys, the same for every node.
/// </summary>
public sealed class LiveNames(Settings settings)
{
    private const int MarkLength = 16;

    private readonly byte[] key = KeyFile.Read(settings.KeyFolder, "live.key");

    public string Sign(string kind, string id) => $"{kind}.{id}.{Base64Url.EncodeToString(Mark(kind, id))}";

    public bool TryRead(string name, [NotNullWhen(true)] out string? kind, [NotNullWhen(true)] out string? id)
    {
        var parts = name.Split('.');
        (kind, id) = parts.Length == 3 ? (parts[0], parts[1]) : (null, null);
        return kind is not null && id is not null && Base64Url.IsValid(parts[2])
            && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(parts[2]), Mark(kind, id));
    }

    private byte[] Mark(string kind, string id) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}.{id}"))[..MarkLength];
}
