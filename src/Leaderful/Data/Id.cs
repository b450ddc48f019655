using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Leaderful.Data;

/// <summary>The id of a <typeparamref name="T"/>: a version-7 GUID, in addresses as 22 letters.</summary>
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>
{
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <summary>The same object seen as another kind: a post is also a thing.</summary>
    public Id<TOther> As<TOther>() => new(Value);

    public override string ToString() => Base64Url.EncodeToString(Value.ToByteArray(bigEndian: true));

    public static Id<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        Span<byte> bytes = stackalloc byte[16];
        var read = s is { Length: 22 } && Base64Url.IsValid(s) && Base64Url.TryDecodeFromChars(s, bytes, out var n) && n == 16;
        result = read ? new Id<T>(new Guid(bytes, bigEndian: true)) : default;
        // One spelling only: the last letter carries two spare bits.
        return read && result.ToString() == s;
    }
}
