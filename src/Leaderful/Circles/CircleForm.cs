using Leaderful.Communities;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Circles;

public static class CircleForm
{
    public static readonly IReadOnlyList<string> Joinings = [nameof(Joining.Open), nameof(Joining.Request)];

    public static CircleWish Read(Form form, Words words) => new(
        form.Line("name", Circle.LongestName, words["circles.wrong.name-long"], words["circles.wrong.name-missing"]),
        form.Line("purpose", Circle.LongestPurpose, words["circles.wrong.purpose-long"]),
        form.Choice("joining", Joining.Open) == Joining.Request ? Joining.Request : Joining.Open);
}
