using System.Globalization;
using System.Text;
using QRCoder;

namespace Leaderful.Shared.Views;

/// <summary>A text as the square a phone can read: one path for all dark modules, and the width of the square with its quiet edge.</summary>
public sealed record QrCode(string Path, int Width)
{
    public static QrCode Of(string text)
    {
        using var data = new QRCodeGenerator().CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            foreach (var (from, length) in Runs(data.ModuleMatrix[y]))
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{length}v1h-{length}z");
        return new QrCode(path.ToString(), data.ModuleMatrix.Count);
    }

    /// <summary>Neighbouring dark modules are drawn as one bar, so that no hairline shows between them in print.</summary>
    private static IEnumerable<(int From, int Length)> Runs(System.Collections.BitArray row)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (!row[x]) continue;
            var from = x;
            while (x < row.Count && row[x]) x++;
            yield return (from, x - from);
        }
    }
}
