using System.Buffers.Binary;
using System.Security.Cryptography;
using Leaderful.Communities;
using Leaderful.Data;

namespace Leaderful.Mail.Archive;

/// <summary>A stretch of an archive that could not be made a post. Its bytes are kept as a blob, for the stewards to look at.</summary>
[Entity]
public sealed class UnreadMail
{
    public const int LongestDetail = 300;

    public Id<UnreadMail> Id { get; init; }
    public Id<MailImport> ImportId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>Which mail of the archive it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where in the archive it begins, in bytes.</summary>
    public long Offset { get; init; }
    public UnreadReason Reason { get; init; }

    /// <summary>What would help to find it: a file's name, a size.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How much of it is kept.</summary>
    public long Size { get; init; }

    public string BlobName => $"unread/{Id}";

    /// <summary>The same for the same stretch of the same import, so that a rerun writes over what a crash left behind.</summary>
    public static Id<UnreadMail> IdOf(Id<MailImport> import, int number)
    {
        Span<byte> bytes = stackalloc byte[20];
        import.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], number);
        return new(new Guid(SHA256.HashData(bytes).AsSpan(0, 16), bigEndian: true));
    }
}

/// <summary>Why: no mail at all; a mail without a word, a subject or a file; larger than we read; unreadable on the disk; a fault of ours.</summary>
public enum UnreadReason { NoMail, Empty, TooLarge, NoAccess, Fault }
