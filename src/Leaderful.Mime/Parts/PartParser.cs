using System.Globalization;

namespace Leaderful.Mime;

/// <summary>
/// Reads the tree of parts in one pass over the source. Enclosed messages are part of that pass; only where one is
/// itself encoded (against RFC 2046, 5.2.1, but it happens) is the decoded text parsed by a further parser.
/// </summary>
internal sealed class PartParser
{
    /// <summary>How many times a message within an encoded message is decoded: each time is a copy of its bytes.</summary>
    const int MostDecodings = 3;

    readonly ReadOnlyMemory<byte> source;
    readonly SourceLines lines;
    readonly MailLimits limits;
    readonly ProblemList problems;
    readonly BoundaryStack boundaries = new();
    readonly int decodings;
    int parts;
    bool skipped;

    /// <summary>The delimiter that ended the latest part, and where it begins, its line break included; or none and the end of the source.</summary>
    Delimiter stop = Delimiter.None;
    int delimiterStart;

    public PartParser(ReadOnlyMemory<byte> source, MailLimits limits, ProblemList problems)
        : this(source, limits, problems, 0, 0)
    {
    }

    PartParser(ReadOnlyMemory<byte> source, MailLimits limits, ProblemList problems, int parts, int decodings)
    {
        (this.source, this.limits, this.problems, this.parts, this.decodings) = (source, limits, problems, parts, decodings);
        lines = new SourceLines(source);
    }

    public MboxFromLine? FromLine { get; private set; }

    public MailPart Parse(string path = "", int depth = 0) => ReadPart(path, depth, inDigest: false);

    MailPart ReadPart(string path, int depth, bool inDigest)
    {
        parts++;
        var part = ReadHeaders(path, inDigest);
        var start = lines.Position;
        if (depth >= limits.MaxDepth) ReadTooDeep(part, start);
        else if (part.ContentType.IsMultipart) ReadMultipart(part, start, depth);
        else if (IsMessage(part.ContentType)) ReadEnclosed(part, start, depth);
        else part.RawBody = lines.Slice(start, SkipToDelimiter(start));
        return part;
    }

    MailPart ReadHeaders(string path, bool inDigest)
    {
        var where = path.Length == 0 ? "message" : $"part {path}";
        var reader = new HeaderReader(source, lines, boundaries, limits, problems);
        var headers = reader.Read(where);
        FromLine ??= reader.FromLine;
        var type = MailContentType.Default(inDigest);
        if (headers.Find("Content-Type") is { } field)
        {
            if (MailContentType.Parse(field.Unfold()) is { } given) type = given;
            else if (!field.RawValue.IsEmpty) problems.Add(MailProblemKind.Header, where, "The content type cannot be read; the part is taken for text.");
        }
        return new MailPart(path, headers, type);
    }

    void ReadTooDeep(MailPart part, int start)
    {
        problems.Add(MailProblemKind.Limit, part.Where, "The message is nested too deeply; what lies deeper was not taken apart.");
        part.RawBody = lines.Slice(start, SkipToDelimiter(start));
    }

    void ReadMultipart(MailPart part, int start, int depth)
    {
        var boundary = part.ContentType.Parameters["boundary"]?.TrimEnd();
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 1000)
        {
            problems.Add(MailProblemKind.Boundary, part.Where, "A multipart names no boundary; it is read as text.");
            part.RawBody = lines.Slice(start, SkipToDelimiter(start));
            return;
        }
        var level = boundaries.Count;
        boundaries.Push(boundary);
        SkipToDelimiter(start); // the preamble
        var children = ReadChildren(part, level, depth);
        boundaries.Pop();
        if (stop.Level == level)
        {
            SkipToDelimiter(lines.Position); // the epilogue
        }
        else
        {
            problems.Add(MailProblemKind.Boundary, part.Where, children.Count == 0 ? "The boundary of a multipart does not occur; it is read as text." : "The end of a multipart is missing.");
        }
        part.Children = children;
        part.RawBody = lines.Slice(start, delimiterStart);
    }

    List<MailPart> ReadChildren(MailPart part, int level, int depth)
    {
        List<MailPart> children = [];
        var isDigest = string.Equals(part.ContentType.Subtype, "digest", StringComparison.Ordinal);
        while (stop.Level == level && !stop.Closes)
        {
            if (parts >= limits.MaxParts)
            {
                if (!skipped) problems.Add(MailProblemKind.Limit, part.Where, $"The message has more than {limits.MaxParts} parts; the rest was left out.");
                skipped = true;
                SkipToDelimiter(lines.Position);
                continue;
            }
            var before = lines.Position;
            var child = ReadPart(ChildPath(part.Path, children.Count + 1), depth + 1, isDigest);
            var isAfterwards = before == source.Length || IsEmptyTail(child);
            if (!isAfterwards) children.Add(child);
        }
        return children;
    }

    /// <summary>A delimiter with nothing behind it but the end of the message was meant to close.</summary>
    bool IsEmptyTail(MailPart child) => stop.Level < 0 && child.Headers.Count == 0 && HeaderBytes.Trim(child.RawBody.Span).IsEmpty;

    void ReadEnclosed(MailPart part, int start, int depth)
    {
        if (part.Encoding is TransferEncoding.Identity or TransferEncoding.Unknown && parts < limits.MaxParts)
        {
            part.Enclosed = ReadPart(ChildPath(part.Path, 1), depth + 1, inDigest: false);
            part.RawBody = lines.Slice(start, delimiterStart);
            return;
        }
        part.RawBody = lines.Slice(start, SkipToDelimiter(start));
        if (parts >= limits.MaxParts || decodings >= MostDecodings)
        {
            problems.Add(MailProblemKind.Limit, part.Where, "An enclosed message was not taken apart: there are too many of them.");
            return;
        }
        var inner = new PartParser(part.Decode(), limits, problems, parts, decodings + 1);
        part.Enclosed = inner.Parse(ChildPath(part.Path, 1), depth + 1);
        parts = inner.parts;
    }

    static string ChildPath(string path, int number)
    {
        var last = number.ToString(CultureInfo.InvariantCulture);
        return path.Length == 0 ? last : $"{path}.{last}";
    }

    static bool IsMessage(MailContentType type) => type.Is("message", "rfc822") || type.Is("message", "global") || type.Is("message", "news");

    /// <summary>Reads on to after the next delimiter of any open multipart, and returns where the text before it ends.</summary>
    int SkipToDelimiter(int start)
    {
        while (boundaries.Count > 0 && !lines.AtEnd)
        {
            stop = boundaries.Match(lines.Peek(out var next));
            if (stop.Level >= 0)
            {
                delimiterStart = lines.WithoutLineEnd(start, lines.Position);
                lines.Position = next;
                return delimiterStart;
            }
            lines.Position = next;
        }
        stop = Delimiter.None;
        lines.Position = source.Length;
        return delimiterStart = source.Length;
    }
}
