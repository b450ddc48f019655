using FsCheck;
using FsCheck.Fluent;
using Leaderful.Shared;
using Xunit;

namespace Leaderful.Tests.Shared;

public class FoldedTests
{
    [Theory]
    [InlineData("Møte i kveld, kl. 19!", "mote i kveld kl 19")]
    [InlineData("Straße ﬁnden", "strasse finden")]
    [InlineData("Ελλάδα Жизнь", "ellada zhizn")]
    [InlineData("don't / don’t", "dont dont")]
    [InlineData("  Ａ１ \u0301 ", "a1")]
    [InlineData("half \ud800 here", "half here")]
    [InlineData("none \uFFFE é", "none e")]
    public void As_it_is_looked_for(string text, string folded) => Assert.Equal(folded, Folded.Of(text));

    [Fact]
    public void What_is_folded_stays_so() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text => Folded.Of(Folded.Of(text ?? "")) == Folded.Of(text ?? "")));

    /// <summary>Plain letters take a shorter way, which must lead to the same place.</summary>
    [Fact]
    public void Plain_text_is_folded_alike_beside_other_letters() => Check.QuickThrowOnFailure(Prop.ForAll<char[]>(letters =>
    {
        var text = new string([.. letters.Select(l => (char)(l % 128))]);
        return Folded.Of($"é {text}") == $"e {Folded.Of(text)}".TrimEnd();
    }));
}
