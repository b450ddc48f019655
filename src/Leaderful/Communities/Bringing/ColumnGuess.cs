namespace Leaderful.Communities.Bringing;

/// <summary>Which column is which, guessed from what they are called and from what stands in them. The steward has the last word.</summary>
public sealed record ColumnGuess(int Email, int? Name, int? MoreName)
{
    private const int Sample = 100;

    private static readonly string[] ForEmail = ["mail", "correo", "courriel", "e-post", "epost", "почта", "メール", "邮", "البريد"];
    private static readonly string[] ForFirst = ["first", "given", "vorname", "prénom", "prenom", "förnamn", "fornavn", "voornaam", "имя"];
    private static readonly string[] ForLast = ["last", "family", "surname", "nachname", "familienname", "apellido", "cognome", "efternamn", "etternavn", "achternaam", "sobrenome", "фамилия"];
    private static readonly string[] ForName = ["name", "nom", "nombre", "nome", "naam", "navn", "namn", "imię", "имя", "名前", "姓名", "الاسم"];
    private static readonly string[] NotForName = ["user", "file", "company", "organi", "firm", "login", "school", "street", "group"];

    public static ColumnGuess Of(Table table)
    {
        var columns = table.Columns.Concat(Enumerable.Repeat("", Math.Max(0, table.Rows.Take(Sample).Select(r => r.Cells.Count).DefaultIfEmpty().Max() - table.Columns.Count))).ToList();
        var email = Enumerable.Range(0, columns.Count).DefaultIfEmpty().MaxBy(c => Share(table, c) + (c < columns.Count && Says(columns[c], ForEmail) ? 0.4 : 0));
        var first = Called(columns, ForFirst, email);
        var last = Called(columns, ForLast, email);
        if (first is not null && last is not null && first != last) return new ColumnGuess(email, first, last);
        return new ColumnGuess(email, Called(columns, ForName, email) ?? first ?? last ?? Worded(table, columns, email), null);
    }

    /// <summary>How many of its cells hold an address.</summary>
    private static double Share(Table table, int column)
    {
        var cells = table.Rows.Take(Sample).Where(r => column < r.Cells.Count && r.Cells[column].Length > 0).Select(r => r.Cells[column]).ToList();
        return cells.Count == 0 ? 0 : (double)cells.Count(c => RowReading.AddressIn(c) is not null) / cells.Count;
    }

    private static int? Called(List<string> columns, string[] words, int email)
    {
        var at = columns.FindIndex(c => Says(c, words) && !Says(c, NotForName) && !Says(c, ForEmail));
        return at < 0 || at == email ? null : at;
    }

    /// <summary>Where no column is called anything: the first that mostly holds words.</summary>
    private static int? Worded(Table table, List<string> columns, int email)
    {
        if (columns.Exists(c => c.Length > 0)) return null;
        for (var column = 0; column < columns.Count; column++)
            if (column != email && table.Rows.Take(Sample).Any(r => column < r.Cells.Count && r.Cells[column].Any(char.IsLetter) && RowReading.AddressIn(r.Cells[column]) is null)) return column;
        return null;
    }

    private static bool Says(string column, string[] words) => Array.Exists(words, w => column.Contains(w, StringComparison.OrdinalIgnoreCase));
}
