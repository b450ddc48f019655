using Leaderful.Data;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Receiving;

/// <summary>What became of a mail at the door. Only what is <see cref="Laid"/> is ours from now on.</summary>
public enum Handed { Laid, NotOurs, TooLarge, Closed }

/// <summary>Takes a mail in by either door: lays it down whole, and leaves the reading to the outbox.</summary>
public sealed class Receiver(Writes writes, Inbound inbound)
{
    public const int MostBytes = 10 << 20;

    private const int Buffer = 1 << 16;

    public async Task<Handed> Take(Stream from, string? recipient, CancellationToken stop)
    {
        if (!inbound.IsOpen) return Handed.Closed;
        if (await Read(from, stop) is not { } bytes) return Handed.TooLarge;
        if (ArrivedLetter.Read(bytes, recipient, inbound) is not { } letter) return Handed.NotOurs;
        await writes.Do(unit => unit.Lay(letter), CancellationToken.None);
        return Handed.Laid;
    }

    private static async Task<byte[]?> Read(Stream from, CancellationToken stop)
    {
        var (whole, buffer) = (new MemoryStream(), new byte[Buffer]);
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0;)
        {
            if (whole.Length + read > MostBytes) return null;
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }
}

public static class LayingDown
{
    /// <summary>Once, however often it comes.</summary>
    public static async Task Lay(this Unit unit, ArrivedLetter letter)
    {
        if (await unit.Db.The<ReceivedMail>().AnyAsync(m => m.Key == letter.Key)) return;
        var id = Id<ReceivedMail>.New();
        unit.Db.Add(new ReceivedMail { Id = id, Key = letter.Key, Tag = letter.Tag, From = letter.From, Subject = letter.Subject, Bytes = letter.Bytes, ReceivedAt = unit.Now });
        unit.Enqueue(ReceivedMailHandler.KindOfWork, id.Value);
    }

    /// <summary>With an account goes what was written from its address.</summary>
    internal static Task ForgetReceived(this Unit unit, string emailKey) => unit.Db.The<ReceivedMail>().Where(m => m.From == emailKey).ExecuteDeleteAsync();
}
