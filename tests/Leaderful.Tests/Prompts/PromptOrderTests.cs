using FsCheck;
using FsCheck.Fluent;
using Leaderful.Prompts;
using Xunit;

namespace Leaderful.Tests.Prompts;

public class PromptOrderTests
{
    private static readonly string[] Four = ["a", "b", "c", "d"];

    [Fact]
    public void One_moves_past_its_neighbour_and_no_further()
    {
        var order = new PromptOrder(Four, []);
        Assert.Equal(["b", "a", "c", "d"], order.Up("b").Asked);
        Assert.Equal(["a", "c", "b", "d"], order.Down("b").Asked);
        Assert.Equal(Four, order.Up("a").Asked);
        Assert.Equal(Four, order.Down("d").Asked);
        Assert.Equal(Four, order.Up("unknown").Asked);
    }

    [Fact]
    public void What_is_left_out_can_be_asked_again_and_comes_last()
    {
        var without = new PromptOrder(Four, []).LeaveOut("b");
        Assert.Equal(["a", "c", "d"], without.Asked);
        Assert.Equal(["b"], without.LeftOut);
        Assert.Equal(["a", "c", "d", "b"], without.AskAgain("b").Asked);
    }

    /// <summary>Whatever is pressed, in whichever order: all are there, each once.</summary>
    [Fact]
    public void However_they_are_moved_none_gets_lost_or_stands_twice() => Prop.ForAll<byte[]>(presses =>
    {
        var order = (presses ?? []).Aggregate(new PromptOrder(Four, []), Press);
        return order.Asked.Concat(order.LeftOut).Order(StringComparer.Ordinal).SequenceEqual(Four);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Up_and_down_again_is_as_it_was() => Prop.ForAll<byte[], int>((presses, at) =>
    {
        var order = (presses ?? []).Aggregate(new PromptOrder(Four, []), Press);
        if (order.Asked.Count < 2) return true;
        var key = order.Asked[1 + (int)((uint)at % (order.Asked.Count - 1))];
        return order.Up(key).Down(key).Asked.SequenceEqual(order.Asked);
    }).QuickCheckThrowOnFailure();

    private static PromptOrder Press(PromptOrder order, byte press)
    {
        var key = Four[press % 4];
        return (press / 4 % 4) switch { 0 => order.Up(key), 1 => order.Down(key), 2 => order.LeaveOut(key), _ => order.AskAgain(key) };
    }
}
