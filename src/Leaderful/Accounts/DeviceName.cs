using Leaderful.Shared;

namespace Leaderful.Accounts;

/// <summary>A browser's name for itself, in plain words: "Firefox on Android".</summary>
public static class DeviceName
{
    // In this order: most browsers also claim to be the ones further down.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Vivaldi/", "Vivaldi"), ("SamsungBrowser/", "Samsung Internet"),
        ("DuckDuckGo/", "DuckDuckGo"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Macintosh", "Mac"), ("Linux", "Linux"), ("X11", "Linux"),
    ];

    public static string Of(HttpContext context, Words words) => Of(context.Request.Headers.UserAgent.ToString(), words);

    public static string Of(string userAgent, Words words)
    {
        var browser = Find(Browsers, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            (null, null) => words["sign-in.device.unknown"],
            (null, _) => words.Say("sign-in.device.on", ("browser", words["sign-in.device.browser"]), ("system", system)),
            (_, null) => browser,
            _ => words.Say("sign-in.device.on", ("browser", browser), ("system", system)),
        };
    }

    /// <summary>For its drawing only.</summary>
    public static bool IsHandheld(string name) => name.Contains("Android", StringComparison.Ordinal) || name.Contains("iPhone", StringComparison.Ordinal) || name.Contains("iPad", StringComparison.Ordinal);

    private static string? Find((string Mark, string Name)[] known, string userAgent)
    {
        foreach (var (mark, name) in known)
            if (userAgent.Contains(mark, StringComparison.Ordinal)) return name;
        return null;
    }
}
