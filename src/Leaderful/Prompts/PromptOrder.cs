namespace Leaderful.Prompts;

/// <summary>Which prompts of a set are asked, in their order, and which are left out. Whatever is done, none gets lost or stands twice.</summary>
public sealed record PromptOrder(IReadOnlyList<string> Asked, IReadOnlyList<string> LeftOut)
{
    public PromptOrder Up(string key) => Move(key, -1);

    public PromptOrder Down(string key) => Move(key, 1);

    public PromptOrder LeaveOut(string key) => Asked.Contains(key) ? new([.. Asked.Where(k => k != key)], [.. LeftOut, key]) : this;

    /// <summary>It comes last.</summary>
    public PromptOrder AskAgain(string key) => LeftOut.Contains(key) ? new([.. Asked, key], [.. LeftOut.Where(k => k != key)]) : this;

    public PromptOrder Add(string key) => Asked.Contains(key) || LeftOut.Contains(key) ? this : this with { Asked = [.. Asked, key] };

    /// <summary>At either end it stays where it is.</summary>
    private PromptOrder Move(string key, int by)
    {
        var order = Asked.ToList();
        var (from, to) = (order.IndexOf(key), order.IndexOf(key) + by);
        if (from < 0 || to < 0 || to >= order.Count) return this;
        (order[from], order[to]) = (order[to], order[from]);
        return this with { Asked = order };
    }
}
