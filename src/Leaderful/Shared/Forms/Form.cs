using Leaderful.Shared.Web;

namespace Leaderful.Shared.Forms;

/// <summary>
/// What a person typed, and what is wrong with it. A form is read in its handler; one with something wrong is shown again,
/// as it was typed, with status 422.
/// </summary>
public sealed class Form(IFormCollection fields)
{
    private readonly Dictionary<string, string> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> wrong = new(StringComparer.Ordinal);

    public static Form Empty { get => new(FormCollection.Empty); }

    public static async ValueTask<Form> BindAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return Empty;
        try
        {
            return new(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", failure);
        }
    }

    /// <summary>A form shown for the first time, filled with what is so now.</summary>
    public static Form With(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var form = Empty;
        foreach (var (name, value) in values) form.changed[name] = value;
        return form;
    }

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    public bool IsRight => wrong.Count == 0;

    public string this[string name] => changed.TryGetValue(name, out var value) ? value : Clean.Text(fields[name].ToString());

    public IReadOnlyList<string> All(string name) => [.. fields[name].Select(v => Clean.Text(v ?? ""))];

    /// <summary>What was chosen in a field for files; a browser sends an empty one where nothing was.</summary>
    public IReadOnlyList<IFormFile> Files(string name) => [.. fields.Files.GetFiles(name).Where(f => f.Length > 0 || f.FileName.Length > 0)];

    public bool Has(string name) => fields.ContainsKey(name) || changed.ContainsKey(name);

    /// <summary>One line, trimmed. Each refusal is a whole sentence for the reader.</summary>
    public string Line(string name, int most, string tooLong, string? missing = null) =>
        Check(name, Clean.Line(this[name]), most, tooLong, missing);

    /// <summary>Several lines, trimmed at the ends.</summary>
    public string Text(string name, int most, string tooLong, string? missing = null) =>
        Check(name, this[name].Trim(), most, tooLong, missing);

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(this[name], out var value) && Enum.IsDefined(value) ? value : otherwise;

    /// <summary>As it was typed, with nothing said against it: shown back without having been asked for in earnest.</summary>
    public Form Forgiven()
    {
        wrong.Clear();
        return this;
    }

    /// <summary>What the form holds when it is shown again, beside what was typed.</summary>
    public void Put(string name, string value) => changed[name] = value;

    public void Refuse(string name, string sentence) => wrong.TryAdd(name, sentence);

    private string Check(string name, string value, int most, string tooLong, string? missing)
    {
        if (value.Length == 0 && missing is not null) Refuse(name, missing);
        if (value.Length > most) Refuse(name, tooLong);
        return value;
    }
}
