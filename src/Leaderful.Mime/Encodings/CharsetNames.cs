using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Leaderful.Mime;

/// <summary>
/// Finds the encoding for a charset label. Labels that mail uses loosely are read as their supersets (iso-8859-1 as
/// windows-1252, gb2312 as gb18030), as the WHATWG Encoding Standard does, because that is what senders mean.
/// Unknown labels are answered without an exception: a hostile header can hold thousands.
/// </summary>
internal static class CharsetNames
{
    public const int Utf7 = 65000;
    public const int Utf16Little = 1200;
    public const int Utf16Big = 1201;

    /// <summary>UTF-16 that does not say which byte comes first; no code page, a number of our own.</summary>
    public const int Utf16Unsaid = -1200;

    static readonly FrozenDictionary<string, int> Aliases = Table();

    /// <summary>Holds at most the code pages of the tables here.</summary>
    static readonly ConcurrentDictionary<int, Encoding> Encodings = new();

    static readonly FrozenSet<int> Numbered = new[]
    {
        437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949, 950,
        1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361, 65001,
    }.ToFrozenSet();

    static CharsetNames() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The code page for a label, or 0 if the label is unknown.</summary>
    public static int CodePage(ReadOnlySpan<char> label)
    {
        label = label[(label.LastIndexOf('=') + 1)..].Trim(" \t\"'<>"); // some write charset="charset=utf-8"
        if (label.Length is 0 or > 40) return 0;
        return Aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out var page) ? page : NumberedPage(label);
    }

    /// <summary>A decoder for the page which answers damage with U+FFFD instead of an exception.</summary>
    public static Encoding Encoding(int codePage) => Encodings.GetOrAdd(codePage, static page =>
        System.Text.Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")));

    static int NumberedPage(ReadOnlySpan<char> label)
    {
        ReadOnlySpan<string> prefixes = ["windows-", "windows", "x-windows-", "cp-", "cp", "x-cp", "ibm", "ibm-", "dos-", "win-", "ms"];
        foreach (var prefix in prefixes)
        {
            if (label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(label[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                && Numbered.Contains(page)) return page == 936 ? 54936 : page;
        }
        return 0;
    }

    static FrozenDictionary<string, int> Table()
    {
        (int Page, string Labels)[] rows =
        [
            (65001, "utf-8 utf8 utf_8 unicode-1-1-utf-8 unicode-2-0-utf-8 x-utf-8 cp65001 utf-8-mac utf8mb4 unicode"),
            (Utf7, "utf-7 utf7 unicode-1-1-utf-7 x-unicode-2-0-utf-7 csunicode11utf7"),
            (Utf16Unsaid, "utf-16 utf16 utf_16 ucs-2 ucs2 iso-10646-ucs-2 csunicode"),
            (Utf16Little, "utf-16le utf16le unicodelittle"),
            (Utf16Big, "utf-16be utf16be unicodefffe unicodebig"),
            (12000, "utf-32 utf32 utf-32le ucs-4 iso-10646-ucs-4"),
            (12001, "utf-32be utf32be"),
            (20127, "us-ascii ascii us ansi_x3.4-1968 ansi_x3.4-1986 iso646-us iso-ir-6 iso_646.irv:1991 646 csascii ascii-us 7bit us_ascii"),
            (1252, "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 8859-1 latin1 latin-1 l1 iso-ir-100 ibm819 cp819 csisolatin1 ansi windows-1252 x-ansi 8bit iso-8859-1-windows-3.1-latin-1"),
            (28592, "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 latin-2 l2 csisolatin2"),
            (28593, "iso-8859-3 iso8859-3 iso_8859-3 latin3 l3"),
            (28594, "iso-8859-4 iso8859-4 iso_8859-4 latin4 l4"),
            (28595, "iso-8859-5 iso8859-5 iso_8859-5 cyrillic"),
            (28596, "iso-8859-6 iso8859-6 iso_8859-6 iso-8859-6-i iso-8859-6-e arabic asmo-708 ecma-114"),
            (28597, "iso-8859-7 iso8859-7 iso_8859-7 greek greek8 elot_928 ecma-118"),
            (28598, "iso-8859-8 iso8859-8 iso_8859-8 iso-8859-8-i iso-8859-8-e hebrew logical visual"),
            (1254, "iso-8859-9 iso8859-9 iso_8859-9 latin5 latin-5 l5"),
            (874, "iso-8859-11 tis-620 tis620 windows-874 dos-874"),
            (28603, "iso-8859-13 iso8859-13 latin7"),
            (28605, "iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9 latin0"),
            (20866, "koi8-r koi8r koi8 koi"),
            (21866, "koi8-u koi8u koi8-ru"),
            (932, "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 windows-31j cswindows31j"),
            (51932, "euc-jp eucjp x-euc-jp x-euc cseucpkdfmtjapanese"),
            (50220, "iso-2022-jp iso2022jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-ms cp50220 cp50221 _iso-2022-jp$esc"),
            (949, "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 korean iso-ir-149 ms949 uhc"),
            (50225, "iso-2022-kr csiso2022kr"),
            (54936, "gb2312 gb_2312 gb_2312-80 gbk x-gbk cp936 ms936 gb18030 gb-18030 euc-cn euccn chinese csgb2312 iso-ir-58"),
            (52936, "hz-gb-2312 hz"),
            (950, "big5 big-5 x-x-big5 cn-big5 csbig5 big5-hkscs big5hkscs ms950"),
            (10000, "macintosh mac x-mac-roman macroman csmacintosh"),
            (10007, "x-mac-cyrillic x-mac-ukrainian"),
        ];
        return rows.SelectMany(row => row.Labels.Split(' ').Select(label => (label, row.Page)))
            .ToFrozenDictionary(pair => pair.label, pair => pair.Page, StringComparer.OrdinalIgnoreCase);
    }
}
