using System.Buffers;

namespace Leaderful.Mime;

/// <summary>
/// Reads an address list (RFC 5322, 3.4 and 4.4) byte by byte, once. Tolerated: semicolons as separators, doubled or
/// missing angle brackets, names without quotes, quotes and comments that never end.
/// </summary>
internal ref struct AddressList
{
    static readonly SearchValues<byte> Marks = SearchValues.Create(" \t,;:<>\"("u8);

    readonly ReadOnlySpan<byte> line;
    readonly int limit;
    readonly List<MailAddress> found = [];
    readonly ArrayBufferWriter<byte> words = new();
    readonly ArrayBufferWriter<byte> verbatim = new();
    int at;
    bool blankBefore;
    bool atSign;
    bool quotesClose = true;
    bool commentsClose = true;
    string? bracketed;
    string? comment;
    string? group;

    AddressList(ReadOnlySpan<byte> line, int limit)
    {
        this.line = line;
        this.limit = limit;
    }

    public static IReadOnlyList<MailAddress> Parse(ReadOnlySpan<byte> unfolded, int limit) => new AddressList(unfolded, limit).Read();

    List<MailAddress> Read()
    {
        while (at < line.Length && found.Count < limit) Step();
        if (found.Count < limit) Finish();
        return found;
    }

    void Step()
    {
        var b = line[at];
        switch (b)
        {
            case (byte)',' or (byte)';':
                at++;
                Finish();
                if (b == ';') group = null;
                break;
            case (byte)':' when !atSign && bracketed is null:
                at++;
                group = HeaderText.Decode(words.WrittenSpan).Trim();
                Forget();
                break;
            case (byte)'<':
                at++;
                ReadBracketed();
                break;
            case (byte)'"' when quotesClose:
                ReadQuoted();
                break;
            case (byte)'(' when commentsClose:
                ReadComment();
                break;
            case (byte)' ' or (byte)'\t':
                blankBefore = true;
                at++;
                break;
            default:
                ReadPlain();
                break;
        }
    }

    /// <summary>At least one byte, so that a mark which turned out to open nothing counts as text.</summary>
    void ReadPlain()
    {
        var next = line[(at + 1)..].IndexOfAny(Marks);
        var run = line.Slice(at, next < 0 ? line.Length - at : next + 1);
        atSign |= bracketed is null && run.Contains((byte)'@');
        Add(run, run);
        at += run.Length;
    }

    void Add(ReadOnlySpan<byte> word, ReadOnlySpan<byte> asWritten)
    {
        if (bracketed is not null) return; // what follows the brackets is no part of a mailbox
        if (blankBefore && words.WrittenCount > 0)
        {
            words.Write(" "u8);
            verbatim.Write(" "u8);
        }
        blankBefore = false;
        words.Write(word);
        verbatim.Write(asWritten);
    }

    void ReadQuoted()
    {
        var end = ClosingQuote(line[(at + 1)..]);
        if (end < 0)
        {
            quotesClose = false;
            return;
        }
        Add(Unescape(line.Slice(at + 1, end)), line.Slice(at, end + 2));
        at += end + 2;
    }

    /// <summary>Comments nest (RFC 5322, 3.2.2). The last one of a mailbox is its name if it has no other.</summary>
    void ReadComment()
    {
        var depth = 0;
        for (var i = at; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == '(') depth++;
            else if (line[i] == ')' && --depth == 0)
            {
                comment = HeaderText.Decode(Unescape(line[(at + 1)..i])).Trim();
                at = i + 1;
                blankBefore = true;
                return;
            }
        }
        commentsClose = false;
    }

    /// <summary>From after <c>&lt;</c> to <c>&gt;</c>, or to the comma if that is missing. A route (RFC 5322, 4.4) is dropped.</summary>
    void ReadBracketed()
    {
        while (at < line.Length && (line[at] == '<' || HeaderBytes.IsBlank(line[at]))) at++;
        if (at < line.Length && line[at] == '@' && line[at..].IndexOfAny((byte)':', (byte)'>') is var route and >= 0 && line[at + route] == ':') at += route + 1;
        var inner = new ArrayBufferWriter<byte>();
        for (; at < line.Length && line[at] is not ((byte)'>' or (byte)',' or (byte)';'); at++)
        {
            if (line[at] == '"' && quotesClose && ClosingQuote(line[(at + 1)..]) is var end)
            {
                if (end < 0) quotesClose = false;
                inner.Write(line.Slice(at, Math.Max(1, end + 2)));
                at += Math.Max(0, end + 1);
            }
            else if (!HeaderBytes.IsBlank(line[at]))
            {
                inner.Write(line.Slice(at, 1));
            }
        }
        while (at < line.Length && line[at] == '>') at++;
        bracketed ??= HeaderText.DecodeRaw(inner.WrittenSpan).Trim();
    }

    void Finish()
    {
        var name = HeaderText.Decode(words.WrittenSpan).Trim();
        if (bracketed is { Length: > 0 }) Found(name, bracketed);
        else if (atSign) FinishBare();
        else if (name.Length > 0 && !name.Contains(' ', StringComparison.Ordinal) && bracketed is null) Found("", name);
        else if (name.Length > 0) Found(name, "");
        Forget();
    }

    /// <summary>An address without brackets: the word with the at sign; words before it are the name.</summary>
    void FinishBare()
    {
        var written = Tighten(verbatim.WrittenSpan);
        var sign = Math.Max(0, written.LastIndexOf((byte)'@'));
        var start = written[..sign].LastIndexOf((byte)' ') + 1;
        if (written[..sign].IndexOf((byte)'"') is var quote and >= 0 && sign > 0 && written[sign - 1] == '"') start = quote;
        var end = written[sign..].IndexOf((byte)' ');
        var address = end < 0 ? written[start..] : written[start..(sign + end)];
        Found(HeaderText.Decode(Unquote(written[..start])).Trim(), HeaderText.DecodeRaw(address).Trim());
    }

    readonly void Found(string name, string address) =>
        found.Add(new MailAddress(name.Length > 0 ? name : string.IsNullOrEmpty(comment) ? null : comment, address, group));

    void Forget()
    {
        words.ResetWrittenCount();
        verbatim.ResetWrittenCount();
        (bracketed, comment, atSign, blankBefore) = (null, null, false, false);
    }

    /// <summary>Blanks around the at sign and dots of an address are allowed by the obsolete syntax (RFC 5322, 4.4).</summary>
    static ReadOnlySpan<byte> Tighten(ReadOnlySpan<byte> written)
    {
        var tight = new byte[written.Length];
        var length = 0;
        foreach (var b in written)
        {
            if (b is (byte)'@' && length > 0 && tight[length - 1] == ' ') length--;
            if (b == ' ' && length > 0 && tight[length - 1] is (byte)'@') continue;
            tight[length++] = b;
        }
        return tight.AsSpan(0, length);
    }

    static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> words)
    {
        words = HeaderBytes.Trim(words);
        return words.Length >= 2 && words[0] == '"' && words[^1] == '"' ? Unescape(words[1..^1]) : words;
    }

    /// <summary>The place of the closing quote, or -1.</summary>
    internal static int ClosingQuote(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\') i++;
            else if (rest[i] == '"') return i;
        }
        return -1;
    }

    internal static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> quoted)
    {
        if (quoted.IndexOf((byte)'\\') < 0) return quoted;
        var plain = new byte[quoted.Length];
        var length = 0;
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '\\' && i + 1 < quoted.Length) i++;
            plain[length++] = quoted[i];
        }
        return plain.AsSpan(0, length);
    }
}
