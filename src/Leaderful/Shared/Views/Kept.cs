using System.Runtime.CompilerServices;
using System.Text;

namespace Leaderful.Shared.Views;

/// <summary>Markup that many pages show, with the bytes it is sent as: to find them again is a hundredth of making them.</summary>
public static class Kept
{
    public const int WorthKeeping = 2048;

    private static readonly ConditionalWeakTable<string, byte[]> Bytes = [];

    public static string Keep(string markup)
    {
        if (markup.Length >= WorthKeeping) Bytes.AddOrUpdate(markup, Encoding.UTF8.GetBytes(markup));
        return markup;
    }

    public static byte[]? Of(string markup) => Bytes.TryGetValue(markup, out var bytes) ? bytes : null;
}
