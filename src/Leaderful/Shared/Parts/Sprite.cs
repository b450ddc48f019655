using System.Xml.Linq;

namespace Leaderful.Shared.Parts;

/// <summary>What is drawn in icons.svg, so that the page of parts cannot leave any of it out.</summary>
public sealed class Sprite
{
    public Sprite(IWebHostEnvironment host)
    {
        using var file = host.WebRootFileProvider.GetFileInfo("icons.svg").CreateReadStream();
        var ids = XDocument.Load(file).Root!.Elements().Select(symbol => symbol.Attribute("id")?.Value ?? "").ToList();
        (Icons, Seals) = (After("i-", ids), After("seal-", ids));
    }

    public IReadOnlyList<string> Icons { get; }
    public IReadOnlyList<string> Seals { get; }

    private static List<string> After(string start, List<string> ids) =>
        [.. ids.Where(id => id.StartsWith(start, StringComparison.Ordinal)).Select(id => id[start.Length..])];
}
