using System.Globalization;

namespace Leaderful.Yjs;

/// <summary>A number as JavaScript writes it (ECMA-262, Number::toString): 1e21 turns to the power, 1e-7 too, and the sign of a power is written.</summary>
internal static class JsNumber
{
    public static string Format(double number)
    {
        if (!double.IsFinite(number)) return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";
        if (double.IsInteger(number) && Math.Abs(number) <= Lib0Reader.LargestInteger) return ((long)number).ToString(CultureInfo.InvariantCulture);
        var (sign, digits, power) = Parts(number);
        return sign + Place(digits, power);
    }

    /// <summary>The shortest digits that are this number and no other, and where the point is: 0.digits × 10^power.</summary>
    static (string Sign, string Digits, int Power) Parts(double number)
    {
        var text = Math.Abs(number).ToString("E16", CultureInfo.InvariantCulture);
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var power = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture) + 1;
        // 1e-7 has 17 digits that stay below it, 9.9999999999999995e-8; the shortest digits say where it truly is.
        if (double.Parse($"0.{digits}E{power}", CultureInfo.InvariantCulture) != Math.Abs(number)) power++;
        return (number < 0 ? "-" : "", digits, power);
    }

    static string Place(string digits, int power)
    {
        if (power is > 0 and <= 21)
        {
            return digits.Length <= power ? digits.PadRight(power, '0') : $"{digits[..power]}.{digits[power..]}";
        }
        if (power is > -6 and <= 0) return "0." + new string('0', -power) + digits;
        var point = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{point}e{(power > 0 ? "+" : "-")}{Math.Abs(power - 1)}");
    }
}
