using System.Globalization;
using System.Text;

namespace Leaderful.Mime.Soak;

/// <summary>Makes hostile mails out of real ones. The same number gives the same mail.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> mails, int seed)
{
    const int Largest = 512 * 1024;
    const int MostDuplicated = 16 * 1024;

    static readonly string[] Charsets =
    [
        "utf-8", "utf-7", "utf-16", "utf-16be", "utf-32", "us-ascii", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "gb18030", "euc-jp", "euc-kr", "shift_jis", "big5", "windows-1255", "koi8-r", "no-such", "\"", "=", "",
    ];

    static readonly string[] Encodings = ["base64", "quoted-printable", "x-uuencode", "7bit", "binary", "no-such", "\"base64\"", "base64 (x)"];

    static readonly string[] Types =
    [
        "text/plain", "text/html", "text/enriched", "text/plain; format=flowed; delsp=yes", "message/rfc822", "multipart/mixed; boundary=b", "multipart/alternative; boundary=\"b b\"", "multipart/related; boundary=b; start=\"<x>\"",
        "multipart/digest; boundary=b", "multipart/mixed", "/", "text", "application/octet-stream; name*0*=utf-8''%; name*1=x", "application/ms-tnef",
    ];

    static readonly string[] Lumps =
    [
        "=?utf-8?B?", "=?utf-8?Q?=?=", "=?iso-2022-jp?B?GyRC?=", "(", "((a)", "\"", "\\", "<", "<a@b>", "a@b,", ":", ";", "=", "=\n", "%", "'", "*0*=", "--b\n", "--b--\n", "\n", "\r", "\r\n", "\0", " ", "\t", " \n", ">", "> ", "begin 644 x\n",
        "M0000\n", "end\n", "From ", ">From ", "+AAA-", "~{", "\u001B$B", "\u00FF\u00FE", "\u00EF\u00BB\u00BF", "x", "-- \n", "On x wrote:\n> ", "____________________\n", "<bold>", "<param>", "[", "Re: ", "References: <a>\n", "A:\n", "-----Original Message-----\n",
    ];

    /// <summary>The mail of a number: a real one, changed one to four times.</summary>
    public byte[] Make(long number)
    {
        var random = new Random(Mix(seed, number));
        var mail = Pick(random);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            mail = Change(mail, random);
            if (mail.Length > Largest) mail = mail[..Largest];
        }
        return mail;
    }

    /// <summary>Hash codes differ from run to run; this does not.</summary>
    static int Mix(int seed, long number)
    {
        var mixed = ((ulong)number + (ulong)(uint)seed + 0x9E3779B97F4A7C15UL) * 0xBF58476D1CE4E5B9UL;
        return (int)((mixed ^ (mixed >> 31)) & 0x7FFFFFFF);
    }

    byte[] Pick(Random random) => mails[random.Next(mails.Count)];

    byte[] Change(byte[] mail, Random random) => random.Next(16) switch
    {
        0 => mail[..random.Next(mail.Length + 1)],
        1 => [.. mail[..random.Next(mail.Length + 1)], .. Tail(Pick(random), random)],
        2 => DuplicateHeaders(mail, random),
        3 or 4 => Flip(mail, random),
        5 => Nest(mail, random),
        6 => Insert(mail, Repeat(Lumps[random.Next(Lumps.Length)], random.Next(1, 3000)), random),
        7 => Insert(mail, Repeat(new string((char)random.Next(256), random.Next(1, 40)), random.Next(1, 1000)), random),
        8 => Swap(mail, "charset=", Charsets, random),
        9 => Swap(mail, "Content-Transfer-Encoding: ", Encodings, random),
        10 => Swap(mail, "Content-Type: ", Types, random),
        11 => Insert(mail, Header(random), random.Next(3) == 0 ? random.Next(mail.Length + 1) : 0),
        12 => Cut(mail, random),
        13 => LineEnds(mail, random),
        14 => Enclose(mail, random),
        _ => Insert(mail, Lumps[random.Next(Lumps.Length)], random),
    };

    static byte[] Tail(byte[] mail, Random random) => mail[random.Next(mail.Length + 1)..];

    static byte[] DuplicateHeaders(byte[] mail, Random random)
    {
        var end = mail.AsSpan().IndexOf("\n\n"u8);
        var headers = mail[..Math.Min(end < 0 ? mail.Length : end + 1, MostDuplicated)];
        return [.. Enumerable.Repeat(headers, random.Next(1, 20)).SelectMany(bytes => bytes), .. mail];
    }

    static byte[] Flip(byte[] mail, Random random)
    {
        var flipped = (byte[])mail.Clone();
        for (var i = random.Next(1, 30); i > 0 && flipped.Length > 0; i--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    /// <summary>Multiparts within multiparts, with boundaries that are equal, prefixes of each other, or strangers.</summary>
    static byte[] Nest(byte[] mail, Random random)
    {
        var open = new StringBuilder();
        var style = random.Next(3);
        for (int depth = random.Next(1, 60), i = 0; i < depth; i++)
        {
            var boundary = style switch { 0 => "b", 1 => new string('b', i + 1), _ => i.ToString(CultureInfo.InvariantCulture) };
            open.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\n");
        }
        return [.. Encoding.Latin1.GetBytes(open.ToString()), .. mail, .. "\n--b\n--bb--\n--b--\n"u8];
    }

    static string Repeat(string lump, int times) => string.Concat(Enumerable.Repeat(lump, times));

    static byte[] Insert(byte[] mail, string text, Random random) => Insert(mail, text, random.Next(mail.Length + 1));

    static byte[] Insert(byte[] mail, string text, int at) => [.. mail[..at], .. Encoding.Latin1.GetBytes(text), .. mail[at..]];

    /// <summary>Puts another word behind one of the places where the text occurs, or in front of the mail.</summary>
    static byte[] Swap(byte[] mail, string before, string[] words, Random random)
    {
        var text = Encoding.Latin1.GetString(mail);
        var at = text.IndexOf(before, random.Next(text.Length + 1), StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = text.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        var word = words[random.Next(words.Length)];
        if (at < 0) return Insert(mail, before.EndsWith('=') ? $"Content-Type: text/plain; charset={word}\n" : $"{before}{word}\n", 0);
        var end = text.AsSpan(at + before.Length).IndexOfAny(";\r\n") is var length and >= 0 ? at + before.Length + length : text.Length;
        return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at + before.Length), word, text.AsSpan(end)));
    }

    static string Header(Random random)
    {
        string[] names = ["Subject", "From", "To", "Date", "References", "Message-ID", "Content-Type", "Content-Disposition", "X"];
        var value = string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => Lumps[random.Next(Lumps.Length)].Replace('\n', ' ')));
        return $"{names[random.Next(names.Length)]}: {value}\n";
    }

    static byte[] Cut(byte[] mail, Random random)
    {
        var from = random.Next(mail.Length + 1);
        return [.. mail[..from], .. mail[random.Next(from, mail.Length + 1)..]];
    }

    static byte[] LineEnds(byte[] mail, Random random)
    {
        var text = Encoding.Latin1.GetString(mail);
        string[] ends = ["\n", "\r\n", "\r", "\n\n", ""];
        return Encoding.Latin1.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", ends[random.Next(ends.Length)], StringComparison.Ordinal));
    }

    static byte[] Enclose(byte[] mail, Random random)
    {
        for (var depth = random.Next(1, 4); depth > 0 && mail.Length < Largest; depth--)
        {
            mail = random.Next(2) == 0
                ? [.. "Content-Type: message/rfc822\n\n"u8, .. mail]
                : [.. "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"u8, .. Encoding.ASCII.GetBytes(Convert.ToBase64String(mail))];
        }
        return mail;
    }
}
