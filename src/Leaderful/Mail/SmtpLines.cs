using System.Text;

namespace Leaderful.Mail;

/// <summary>Lines over a stream, with our own buffer so that nothing said before TLS can be taken for something said within it.</summary>
internal sealed class SmtpLines(Stream stream, CancellationToken stop)
{
    private const int MostInLine = 2000;
    private const int MostLines = 100;

    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    public Stream Stream => stream;

    /// <summary>Whether the other side has said more than was asked.</summary>
    public bool HasMore => start < end;

    public async Task Say(string line)
    {
        if (line.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException("A line of SMTP cannot hold a line break.", nameof(line));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop);
        await stream.FlushAsync(stop);
    }

    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>One reply, which may run over several lines (RFC 5321, 4.2.1).</summary>
    public async Task<SmtpReply> Hear()
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await Line();
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code)) throw new SmtpException($"The mail server said something that is no SMTP: {line}");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return new SmtpReply(code, lines);
        }
        throw new SmtpException("The mail server's answer has no end.");
    }

    private async Task<string> Line()
    {
        var line = new List<byte>();
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, stop));
                if (end == 0) throw new SmtpException("The mail server closed the connection.");
            }
            var next = buffer[start++];
            if (next == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            if (line.Count >= MostInLine) throw new SmtpException("A line from the mail server has no end.");
            line.Add(next);
        }
    }
}

internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    public override string ToString() => $"{Code} {string.Join(' ', Lines)}";
}
