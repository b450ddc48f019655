using Leaderful.Data;

namespace Leaderful.OpenSpace.Wall;

/// <summary>What is this reader's own on a wall, said beside the slips instead of in them: which are theirs, and which they may take in hand.</summary>
public static class OwnSlips
{
    public static string Of(Id<Actor> me, bool all, bool isOpen)
    {
        var own = $$"""[data-by^="{{me}}"] .by{color:var(--dye-ink);font-weight:650}[data-by^="{{me}}"] .you{display:inline}""";
        return !isOpen ? own : own + (all ? ".slip .small .lift{display:inline-flex}" : $$"""[data-by~="{{me}}"] .small .lift{display:inline-flex}""");
    }
}
