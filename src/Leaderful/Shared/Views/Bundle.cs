using System.Globalization;

namespace Leaderful.Shared.Views;

/// <summary>Our own stylesheet and scripts, under names that change with their content so that browsers keep them for good.</summary>
public sealed class Bundle(IWebHostEnvironment host)
{
    public string Css { get; } = Marked(host, "app.css");
    public string Js { get; } = Marked(host, "app.js");

    /// <summary>The editor of live pages, asked for by the pages that are one.</summary>
    public string Pages { get; } = Marked(host, "pages.js");

    /// <summary>What locks and opens private notes, asked for by the pages that have one.</summary>
    public string Notes { get; } = Marked(host, "notes.js");

    private static string Marked(IWebHostEnvironment host, string name)
    {
        var file = host.WebRootFileProvider.GetFileInfo(name);
        if (!file.Exists) return $"/{name}";
        using var stream = file.CreateReadStream();
        var hash = System.Security.Cryptography.SHA256.HashData(stream);
        return string.Create(CultureInfo.InvariantCulture, $"/{name}?v={Convert.ToHexStringLower(hash.AsSpan(0, 6))}");
    }
}
