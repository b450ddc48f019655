namespace Leaderful.Pages.Together;

/// <summary>
/// What an open page need not be asked for again: all that was on it when it was read, and the rows its followers have been told
/// since. Where those become many it is forgotten, and read anew by whoever comes next.
/// </summary>
internal sealed class Remembered
{
    private const int MostRows = 1000;
    private const int MostBytesSince = 1 << 20;

    private readonly List<Written> since = [];
    private int bytesSince;

    public Written? Begin { get; private set; }
    public IReadOnlyList<Written> Since => since;

    /// <summary>Merged, it may be fewer.</summary>
    public int MostBytes { get; private set; }

    /// <summary>It was read from the log. What lacks something of what was told meanwhile is of no use to whoever comes later.</summary>
    public void Begins(Written read, long told)
    {
        if (Begin is not null && Begin.UpTo >= read.UpTo) return;
        since.RemoveAll(row => row.UpTo <= read.UpTo);
        bytesSince = since.Sum(row => row.Bytes.Length);
        MostBytes = read.Bytes.Length + bytesSince;
        Begin = read.UpTo + since.Count >= told ? read : null;
        if (Begin is null) since.Clear();
    }

    /// <summary>The next row was told.</summary>
    public void Add(Written row)
    {
        MostBytes += row.Bytes.Length;
        if (Begin is null || row.UpTo <= Begin.UpTo) return;
        since.Add(row);
        bytesSince += row.Bytes.Length;
        if (since.Count > MostRows || bytesSince > MostBytesSince) Forget();
    }

    public void Forget()
    {
        Begin = null;
        since.Clear();
        bytesSince = 0;
    }
}
