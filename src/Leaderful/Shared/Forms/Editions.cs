using System.Globalization;

namespace Leaderful.Shared.Forms;

/// <summary>The version of what somebody writes over, as they saw it: a form carries it as <c>edition</c>.</summary>
internal static class Editions
{
    public const string Field = "edition";

    /// <summary>A form without one is somebody who means it.</summary>
    public static int? Seen(Form form) => int.TryParse(form[Field], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : null;

    /// <summary>Whoever typed without having seen what is so now is told once; if they send it again, they mean it.</summary>
    public static void Check(Form form, string field, string now, string at, string sentence)
    {
        if (form[field].Length == 0 || form[field] == now) return;
        form.Refuse(at, sentence);
        form.Put(field, now);
    }

    public static string Text(int edition) => edition.ToString(CultureInfo.InvariantCulture);
}
