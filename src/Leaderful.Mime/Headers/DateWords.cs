using System.Buffers;

namespace Leaderful.Mime;

/// <summary>Splits a date into words at blanks and commas; comments in parentheses are left out.</summary>
internal ref struct DateWords(ReadOnlySpan<char> text)
{
    static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n,;()");

    ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly DateWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!rest.IsEmpty)
        {
            if (rest[0] == '(')
            {
                var close = rest.IndexOf(')');
                rest = close < 0 ? [] : rest[(close + 1)..];
            }
            else if (rest[0] is ',' or ';' or ')' || char.IsWhiteSpace(rest[0]))
            {
                rest = rest[1..];
            }
            else
            {
                var end = rest.IndexOfAny(Ends);
                if (end < 0) end = rest.Length;
                Current = rest[..end];
                rest = rest[end..];
                return true;
            }
        }
        return false;
    }
}
