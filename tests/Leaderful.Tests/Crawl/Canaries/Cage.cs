using System.Globalization;
using System.Text.RegularExpressions;

namespace Leaderful.Tests.Crawl.Canaries;

/// <summary>All canaries, and who came upon which of them.</summary>
public sealed partial class Cage
{
    /// <summary>How every word begins; without it nothing is looked at further.</summary>
    private const string Mark = "zq";

    private readonly List<Canary> all = [];
    private readonly Dictionary<(string Word, string Name), string> found = [];

    public IReadOnlyList<Canary> All => all;

    public string Add(string what, params string[] readers) => Add(new Canary(Word(), what, readers));

    public string Add(string what, string[] readers, string[] others) => Add(new Canary(Word(), what, readers) { Others = others });

    public string Add(Canary canary)
    {
        all.Add(canary);
        return canary.Word;
    }

    /// <summary>Letters only, so that every index takes it for one word.</summary>
    private string Word() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{(char)('a' + (all.Count / 26))}{(char)('a' + (all.Count % 26))}kestrelplume");

    /// <summary>What somebody was sent, from where. Words of the address itself are only said back.</summary>
    public void Look(string name, string where, string sent)
    {
        foreach (var text in new[] { sent, Tags().Replace(sent, "") })
        {
            if (!text.Contains(Mark, StringComparison.Ordinal) && !all.Exists(c => !c.Word.StartsWith(Mark, StringComparison.Ordinal))) continue;
            foreach (var canary in all)
                if (text.Contains(canary.Word, StringComparison.OrdinalIgnoreCase) && !where.Contains(canary.Word, StringComparison.Ordinal) && canary.Where(where))
                    found.TryAdd((canary.Word, name), where);
        }
    }

    public IEnumerable<string> Betrayed() =>
        from one in found
        let canary = all.Single(c => c.Word == one.Key.Word)
        where !canary.MayBeReadBy(one.Key.Name)
        select $"{one.Key.Name} read {canary.What} at {one.Value}";

    public IEnumerable<string> Missed() =>
        from canary in all
        from name in canary.Readers
        where !found.ContainsKey((canary.Word, name))
        select $"{name} did not come upon {canary.What}";

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
