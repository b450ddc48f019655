using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>What other programs encode is decoded, whatever freedom the standards leave them.</summary>
public class CodecLaws
{
    static readonly (string Charset, int CodePage, string Letters)[] Scripts =
    [
        ("utf-8", 65001, "aé€日😀 =?_"), ("iso-8859-15", 28605, "aé€ñ =?_"), ("koi8-r", 20866, "aПривет =?_"), ("windows-1253", 1253, "aΑθήνα =?_"),
        ("shift_jis", 932, "a日本語テ =?_"), ("euc-jp", 51932, "a日本語 =?_"), ("iso-2022-jp", 50220, "a日本語 =_"), ("gb18030", 54936, "a中国😀 =?_"), ("big5", 950, "a中文 =?_"), ("euc-kr", 949, "a한국 =?_"), ("utf-16be", 1201, "aé日😀"),
    ];

    static Gen<byte[]> Bytes => ArbMap.Default.ArbFor<byte[]>().Generator.Select(bytes => bytes ?? []);

    static string Word(string charset, byte[] bytes, bool base64) =>
        $"=?{charset}?{(base64 ? "B" : "Q")}?{(base64 ? Convert.ToBase64String(bytes) : string.Concat(bytes.Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : b == ' ' ? "_" : $"={b:X2}")))}?=";

    [Fact]
    public void Encoded_words_are_joined_wherever_they_were_cut()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cases = Gen.Elements(Scripts).SelectMany(script => Gen.Elements(script.Letters.EnumerateRunes().Select(r => r.ToString()).ToArray()).NonEmptyListOf()
            .SelectMany(letters => Gen.Choose(1, 9).NonEmptyListOf().Select(cuts => (script, Text: string.Concat(letters).Trim(), cuts))));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var bytes = Encoding.GetEncoding(one.script.CodePage).GetBytes(one.Text);
            var words = new List<string>();
            for (int at = 0, i = 0; at < bytes.Length; i++)
            {
                var length = Math.Min(one.cuts[i % one.cuts.Count], bytes.Length - at);
                words.Add(Word(one.script.Charset, bytes[at..(at + length)], base64: (i + one.cuts[0]) % 2 == 0));
                at += length;
            }
            return string.Equals(Reading.Subject(string.Join(one.cuts[0] % 2 == 0 ? " " : "\r\n\t", words)), one.Text, StringComparison.Ordinal);
        }).Check(LawConfig.Quick);
    }

    [Fact]
    public void Quoted_printable_is_undone_whatever_was_escaped()
    {
        var cases = Bytes.Zip(Gen.Choose(0, 4).NonEmptyListOf());
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var encoded = new StringBuilder();
            for (var i = 0; i < pair.Item1.Length; i++)
            {
                var b = pair.Item1[i];
                var style = pair.Item2[i % pair.Item2.Count];
                if (style == 0) encoded.Append(style % 2 == 0 ? "=\r\n" : "=  \n");
                if (style == 1 || b is (byte)'=' or < 33 or > 126) encoded.Append(style == 2 ? $"={b:x2}" : $"={b:X2}");
                else encoded.Append((char)b);
            }
            return Decoded("quoted-printable", encoded.ToString()).AsSpan().SequenceEqual(pair.Item1);
        }).Check(LawConfig.Quick);
    }

    [Fact]
    public void Base64_is_undone_among_any_garbage()
    {
        var garbage = Gen.Elements("", "\r\n", " ", "\n", "!", "\t*", "\u00E9", "-");
        var cases = Bytes.Zip(garbage.NonEmptyListOf()).Zip(Gen.Elements(true, false));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var ((bytes, between), padded) = one;
            var encoded = Convert.ToBase64String(bytes);
            if (!padded) encoded = encoded.TrimEnd('=');
            return Decoded("base64", string.Concat(encoded.Select((c, i) => c == '=' ? "=" : c + between[i % between.Count]))).AsSpan().SequenceEqual(bytes);
        }).Check(LawConfig.Quick);
    }

    [Fact]
    public void Parameters_are_put_together_in_whatever_order_their_sections_come()
    {
        var cases = Bytes.Select(bytes => Encoding.UTF8.GetString(bytes)).Zip(Gen.Elements("a", "é€", "%'*;\"", " x ", "日本").NonEmptyListOf().Select(string.Concat)).Zip(Gen.Choose(0, int.MaxValue));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var text = (one.Item1.Item2 + one.Item1.Item1).Trim();
            var encoded = Encoding.UTF8.GetBytes(text).Select(b => $"%{b:x2}").Chunk(5).Select((bytes, i) => string.Create(CultureInfo.InvariantCulture, $"; filename*{i}*={(i == 0 ? "UTF-8'en'" : "")}{string.Concat(bytes)}")).ToArray();
            new Random(one.Item2).Shuffle(encoded);
            var name = Reading.Parse($"Content-Disposition: attachment{string.Concat(encoded)}\n\n").Root.FileName;
            return string.Equals(name ?? "", string.Concat(text.Replace('\0', '\uFFFD').Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim(), StringComparison.Ordinal)
                || text.StartsWith('\uFEFF');
        }).Check(LawConfig.Quick);
    }

    static byte[] Decoded(string encoding, string body) =>
        Reading.Parse($"Content-Type: application/octet-stream\nContent-Transfer-Encoding: {encoding}\n\n{body}").Root.Decode().ToArray();
}
