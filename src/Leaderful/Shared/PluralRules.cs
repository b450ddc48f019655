namespace Leaderful.Shared;

/// <summary>Which plural a whole number takes, after Unicode's CLDR, for the families of languages one may translate into.</summary>
public static class PluralRules
{
    public static string Of(string language, long n) => language.Split('-')[0] switch
    {
        "ja" or "zh" or "ko" or "th" or "vi" or "id" or "ms" => "other",
        "fr" or "pt" or "hy" => n is 0 or 1 ? "one" : "other",
        "ru" or "uk" or "be" => EastSlavic(n),
        "pl" => Polish(n),
        "cs" or "sk" => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other",
        "ar" => Arabic(n),
        "he" => n == 1 ? "one" : n == 2 ? "two" : "other",
        _ => n == 1 ? "one" : "other",
    };

    private static string EastSlavic(long n) =>
        n % 10 == 1 && n % 100 != 11 ? "one"
        : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? "few"
        : "many";

    private static string Polish(long n) =>
        n == 1 ? "one" : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? "few" : "many";

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" },
    };
}
