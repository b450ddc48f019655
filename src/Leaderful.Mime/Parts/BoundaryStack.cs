using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// The boundaries of the multiparts around the place that is being read. Every line is held against all of them, so an
/// outer boundary ends an inner multipart whose own end is missing, and the message is read in one pass.
/// </summary>
internal sealed class BoundaryStack
{
    readonly List<byte[]> boundaries = [];

    public int Count => boundaries.Count;

    public void Push(string boundary) => boundaries.Add(Encoding.UTF8.GetBytes(boundary));

    public void Pop() => boundaries.RemoveAt(boundaries.Count - 1);

    /// <summary>
    /// Whether the line, without its line end, is a delimiter: two hyphens, the whole boundary, perhaps two more, and
    /// nothing else but blanks (RFC 2046, 5.1.1), so that a boundary which is the beginning of another does not match it.
    /// </summary>
    public Delimiter Match(ReadOnlySpan<byte> line)
    {
        if (boundaries.Count == 0 || !line.StartsWith("--"u8)) return Delimiter.None;
        line = line[2..].TrimEnd(" \t\r"u8);
        for (var level = boundaries.Count - 1; level >= 0; level--)
        {
            if (!line.StartsWith(boundaries[level])) continue;
            var rest = line[boundaries[level].Length..];
            if (rest.IsEmpty) return new Delimiter(level, Closes: false);
            if (rest.SequenceEqual("--"u8)) return new Delimiter(level, Closes: true);
        }
        return Delimiter.None;
    }
}
