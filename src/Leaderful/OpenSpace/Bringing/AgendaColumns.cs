using System.Globalization;
using Leaderful.Shared.Forms;

namespace Leaderful.OpenSpace.Bringing;

/// <summary>Which column of a table says what: guessed from how they are called; whoever brings it has the last word.</summary>
public sealed record AgendaColumns(IReadOnlyDictionary<string, int> At)
{
    /// <summary>What columns are for, with what they are often called; the first that fits has it.</summary>
    private static readonly (string Name, string[] Called)[] Known =
    [
        ("day", ["day", "date", "datum", "tag", "jour", "fecha", "día", "dag", "data", "дата", "день"]),
        ("begins", ["begins", "begin", "starts", "start", "from", "time", "beginn", "zeit", "uhrzeit", "von", "début", "heure", "inicio", "hora", "начало"]),
        ("ends", ["ends", "end", "until", "to", "ende", "bis", "fin", "slut", "конец"]),
        ("minutes", ["minutes", "minute", "min", "duration", "length", "dauer", "durée", "duración"]),
        ("place", ["place", "room", "where", "location", "ort", "raum", "lieu", "salle", "sala", "lugar", "место"]),
        ("title", ["title", "topic", "session", "name", "titel", "thema", "titre", "título", "tema", "тема"]),
        ("convener", ["convener", "host", "author", "chair", "speaker", "who", "by", "gastgeber", "autor", "автор"]),
        ("description", ["description", "why", "about", "abstract", "body", "beschreibung", "résumé", "descripción", "описание"]),
        ("kind", ["kind", "type", "art", "genre", "tipo"]),
    ];

    private const int LongEnough = 4;

    public static IEnumerable<string> Names => Known.Select(k => k.Name);

    public int? this[string name] => At.TryGetValue(name, out var column) ? column : null;

    public static AgendaColumns Guess(IReadOnlyList<string> columns)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var isWhole in (bool[])[true, false])
            foreach (var (name, called) in Known.Where(k => !at.ContainsKey(k.Name)))
                if (columns.Select((c, i) => (c, i)).Where(c => !at.ContainsValue(c.i) && Says(c.c, called, isWhole)).Select(c => (int?)c.i).FirstOrDefault() is { } column) at[name] = column;
        return new AgendaColumns(at);
    }

    /// <summary>As they were chosen; guessed where nothing was chosen yet.</summary>
    public static AgendaColumns Of(Form form, IReadOnlyList<string> columns) => !form.Has("title") ? Guess(columns) : new AgendaColumns(
        Names.Select(n => (n, At: int.TryParse(form[n], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < columns.Count ? at : -1)).Where(n => n.At >= 0).ToDictionary(n => n.n, n => n.At, StringComparer.Ordinal));

    private static bool Says(string column, string[] called, bool isWhole) => Array.Exists(called, c =>
        isWhole ? column.Trim().Equals(c, StringComparison.OrdinalIgnoreCase) : c.Length >= LongEnough && column.Contains(c, StringComparison.OrdinalIgnoreCase));
}
