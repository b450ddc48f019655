using System.Globalization;

namespace Leaderful.Shared.Forms;

/// <summary>The version of what somebody writes over, as they saw it: a form carries it as <c>edition</c>.</summary>
internal static class Editions
{
    public const string Field = "edition";

    /// <summary>A form without one is somebody who means it.</summary>
    public static int? Seen(Form form) => int.TryParse(form[Field], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : null;

    public static string Text(int edition) => edition.ToString(CultureInfo.InvariantCulture);
}
