namespace Leaderful.Shared.Markdown;

/// <summary>How far each diagonal (x − y = k) was reached with the edits made so far.</summary>
internal sealed class Frontier(int size)
{
    private const int Unreached = -2;

    private readonly int[] _reach = new int[size + 5];
    private int _width;
    private int _height;

    public int this[int diagonal]
    {
        get => _reach[diagonal + _height + 2];
        set => _reach[diagonal + _height + 2] = value;
    }

    public void Start(int width, int height)
    {
        (_width, _height) = (width, height);
        _reach.AsSpan(0, width + height + 5).Fill(Unreached);
        this[1] = 0;
    }

    /// <summary>One more edit: a step to the right or a step down, whichever leads further; negative if neither stays inside.</summary>
    public int Step(int diagonal)
    {
        var left = this[diagonal - 1];
        var right = left >= 0 && left < _width ? left + 1 : Unreached;
        var above = this[diagonal + 1];
        var down = above >= 0 && above - diagonal <= _height ? above : Unreached;
        return this[diagonal] = Math.Max(right, down);
    }

    public bool Covers(int diagonal) => diagonal >= -_height && diagonal <= _width;
}
