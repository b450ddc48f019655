namespace Leaderful.Mime;

/// <summary>The alphabet of RFC 2045, 6.8.</summary>
internal static class Base64Alphabet
{
    static readonly sbyte[] Values = Table();

    /// <summary>The six bits a byte stands for, or -1.</summary>
    public static int Value(byte b) => Values[b];

    static sbyte[] Table()
    {
        var table = new sbyte[256];
        Array.Fill(table, (sbyte)-1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < alphabet.Length; i++) table[alphabet[i]] = (sbyte)i;
        return table;
    }
}
