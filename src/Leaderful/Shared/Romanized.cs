using System.Text;

namespace Leaderful.Shared;

/// <summary>Letters that Unicode does not take apart, in a–z: the rest of Latin, Greek and Cyrillic. Other scripts have no letters here.</summary>
public static class Romanized
{
    private const string Pairs =
        "ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ĸ k ŋ ng ŧ t ə e "
        + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o "
        + "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya "
        + "і i є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѕ dz ө o ү u ә a ғ g қ k ң n ұ u һ h";

    private static readonly Dictionary<int, string> Letters = Read();

    public static string? Of(Rune rune) => Letters.GetValueOrDefault(rune.Value);

    private static Dictionary<int, string> Read()
    {
        var words = Pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToDictionary(pair => Rune.GetRuneAt(pair[0], 0).Value, pair => pair[1] == "-" ? "" : pair[1]);
    }
}
