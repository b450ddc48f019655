namespace Leaderful.Shared.Markdown;

/// <summary>How many links and emphases one paragraph may try to open.</summary>
internal sealed class InlineLimit
{
    private const int MaxBrackets = 1000;
    private const int MaxAddresses = 1000;
    private const int MaxDelimiterRuns = 2000;

    private int _brackets;
    private int _addresses;
    private int _delimiters;

    public bool Allows(ReadOnlySpan<char> line)
    {
        if (line.Trim().IsEmpty)
        {
            _brackets = _addresses = _delimiters = 0;
            return true;
        }
        Count(line);
        return _brackets <= MaxBrackets && _addresses <= MaxAddresses && _delimiters <= MaxDelimiterRuns;
    }

    private void Count(ReadOnlySpan<char> line)
    {
        var previous = '\0';
        foreach (var c in line)
        {
            switch (c)
            {
                case '[': _brackets++; break;
                case '/' when previous == '/': _addresses++; break;
                case 'w' or 'W' when previous is 'w' or 'W': _addresses++; break;
                case '*' or '_' or '~' when previous != c: _delimiters++; break;
            }
            previous = c;
        }
    }
}
