namespace Leaderful.Tests.Hostile;

/// <summary>Texts that have broken programs before, and those that were made to. Without the corpora, a few that stand for them.</summary>
public static class HostileTexts
{
    /// <summary>Each fifth of the odd ones; all where LEADERFUL_TEST_ALL is set, as <c>bin/soak</c> does.</summary>
    public static IReadOnlyList<string> Some { get; } = Environment.GetEnvironmentVariable("LEADERFUL_TEST_ALL") is { Length: > 0 } ? Naughty : [.. Naughty.Where((_, n) => n % 5 == 0)];

    public static IReadOnlyList<string> Naughty => ["no\uFFFEcharacter \uFDD0", .. Corpora.Strings(
        "naughty-strings/blns.json", e => e.GetString(),
        "", "undefined", "NULL", "0/0", "-1E+02", "1;DROP TABLE users", "' OR 1=1 -- 1", "\u0001\u0002\u007F", "\u200B\u180E\uFEFF\u3000", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "👩‍👩‍👧‍👦 ﷽ 𝕿𝖍𝖊", "\u202Etset\u202C",
        "<script>alert(1)</script>", "$(date) `date`", "%p%n{9}", "..%2f..%2fkeys%00", "() { 1; }; y", "\u0644\u064f \u0963 h \u0963", "<b title=\"x\" />", "\"><i>", "=2+3", "夜の鍵はどこですか")];

    public static IReadOnlyList<string> Attacks => Corpora.Strings(
        "xss-owasp/vectors.json", e => e.GetProperty("payload").GetString(),
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "[x](javascript:alert(1))", "![x](x\" onerror=\"alert(1))",
        "\"><img src=x onerror=alert(1)>", "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>", "</title></textarea><script>alert(1)</script>", "<style>@import 'javascript:alert(1)';</style>");
}
