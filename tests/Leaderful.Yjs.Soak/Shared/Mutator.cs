namespace Leaderful.Yjs.Soak;

/// <summary>Makes hostile updates out of real ones. The same number gives the same update.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> updates, int seed)
{
    const int Largest = 64 * 1024;

    /// <summary>Numbers that are at some border of the format.</summary>
    static readonly byte[][] Numbers =
    [
        [0], [1], [0x7F], [0x80, 1], [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    ];

    /// <summary>The update of a number: a real one, changed one to four times.</summary>
    public byte[] Make(long number)
    {
        var random = new Random(Mix(seed, number));
        var update = Pick(random);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            update = Change(update, random);
            if (update.Length > Largest) update = update[..Largest];
        }
        return update;
    }

    /// <summary>Hash codes differ from run to run; this does not.</summary>
    static int Mix(int seed, long number)
    {
        var mixed = ((ulong)number + (ulong)(uint)seed + 0x9E3779B97F4A7C15UL) * 0xBF58476D1CE4E5B9UL;
        return (int)((mixed ^ (mixed >> 31)) & 0x7FFFFFFF);
    }

    byte[] Pick(Random random) => updates[random.Next(updates.Count)];

    byte[] Change(byte[] update, Random random) => random.Next(9) switch
    {
        0 => update[..random.Next(update.Length + 1)],
        1 or 2 => Flip(update, random),
        3 => Replace(update, Numbers[random.Next(Numbers.Length)], random),
        4 => Insert(update, Numbers[random.Next(Numbers.Length)], random),
        5 => Insert(update, Slice(Pick(random), random), random),
        6 => Cut(update, random),
        7 => Nudge(update, random),
        _ => Replace(update, Slice(update, random), random),
    };

    static byte[] Flip(byte[] update, Random random)
    {
        var flipped = (byte[])update.Clone();
        for (var i = random.Next(1, 4); i > 0 && flipped.Length > 0; i--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    /// <summary>A clock or a length that is off by one is believed longest.</summary>
    static byte[] Nudge(byte[] update, Random random)
    {
        var nudged = (byte[])update.Clone();
        for (var i = random.Next(1, 3); i > 0 && nudged.Length > 0; i--) nudged[random.Next(nudged.Length)] += (byte)(random.Next(2) == 0 ? 1 : 255);
        return nudged;
    }

    static byte[] Slice(byte[] update, Random random)
    {
        var from = random.Next(update.Length + 1);
        return update[from..Math.Min(update.Length, from + random.Next(64))];
    }

    static byte[] Insert(byte[] update, byte[] bytes, Random random)
    {
        var at = random.Next(update.Length + 1);
        return [.. update[..at], .. bytes, .. update[at..]];
    }

    static byte[] Replace(byte[] update, byte[] bytes, Random random)
    {
        var at = random.Next(update.Length + 1);
        return [.. update[..at], .. bytes, .. update[Math.Min(update.Length, at + bytes.Length)..]];
    }

    static byte[] Cut(byte[] update, Random random)
    {
        var from = random.Next(update.Length + 1);
        return [.. update[..from], .. update[Math.Min(update.Length, from + random.Next(16))..]];
    }
}
