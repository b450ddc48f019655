namespace Leaderful.Shared.Markdown;

/// <summary>How many cells a table may have: short rows are filled up to the widest.</summary>
internal sealed class TableLimit
{
    private const int MaxCells = 20_000;

    private long _rows;
    private long _columns;

    public bool Allows(ReadOnlySpan<char> line)
    {
        if (line.Trim().IsEmpty)
        {
            _rows = _columns = 0;
            return true;
        }
        _rows++;
        _columns = Math.Max(_columns, line.Count('|'));
        return _rows * _columns <= MaxCells;
    }
}
