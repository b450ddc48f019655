using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Leaderful.Yjs.Tests;

public class CodecLaws
{
    static void Check<T>(Arbitrary<T> values, Func<T, bool> law) => Prop.ForAll(values, law).Check(LawConfig.Quick);

    static readonly Gen<object?> Scalars = Gen.OneOf(
        Gen.Elements<object?>(null, YUndefined.Value, true, false, "", "ü😀", double.NaN, double.PositiveInfinity, -0d, 1e300, 0.1, (double)(1L << 53)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => (object?)(double)n),
        ArbMap.Default.ArbFor<double>().Generator.Select(n => (object?)n),
        ArbMap.Default.ArbFor<long>().Generator.Select(n => (object?)new BigInteger(n)),
        ArbMap.Default.ArbFor<byte[]>().Generator.Select(b => (object?)b));

    static Gen<object?> Values(int depth) => depth == 0 ? Scalars : Gen.OneOf(
        Scalars,
        Values(depth - 1).ListOf().Select(list => (object?)list.ToList()),
        Gen.Elements("a", "b", "ключ").Zip(Values(depth - 1)).ListOf().Select(pairs => (object?)pairs.DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2)));

    static byte[] Write(object? value)
    {
        var writer = new Lib0Writer(1);
        AnyWriter.Write(writer, value);
        return writer.ToArray();
    }

    [Fact]
    public void Whole_numbers_up_to_53_bits() => Check(ArbMap.Default.ArbFor<long>().Generator.Zip(Gen.Choose(0, 63)).Select(n => (n.Item1 >>> n.Item2) & Lib0Reader.LargestInteger).ToArbitrary(), number =>
    {
        var writer = new Lib0Writer(1);
        writer.WriteVarUint(number);
        writer.WriteVarInt(-number);
        writer.WriteVarInt(number);
        var reader = new Lib0Reader(writer.Written);
        return reader.ReadVarUint() == number && reader.ReadVarInt() == (number, number > 0) && reader.ReadVarInt() == (number, false) && reader.Remaining == 0;
    });

    [Fact]
    public void Values_are_read_as_they_were_written_and_passed_over_to_their_end() => Check(Values(3).ToArbitrary(), value =>
    {
        var bytes = Write(value);
        var reader = new Lib0Reader(bytes);
        var skipping = new Lib0Reader(bytes);
        var read = AnyReader.Read(ref reader);
        AnyReader.Skip(ref skipping);
        return reader.Remaining == 0 && skipping.Remaining == 0 && Write(read).AsSpan().SequenceEqual(bytes);
    });

    [Fact]
    public void JSON_is_read_as_it_was_written() => Check(Values(3).ToArbitrary(), value =>
    {
        var json = JsonOutput.Write(value);
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        JsonText.Check(bytes);
        return JsonOutput.Write(JsonText.Read(bytes)) == JsonOutput.Write(JsonText.Read(System.Text.Encoding.UTF8.GetBytes(JsonOutput.Write(JsonText.Read(bytes)))));
    });

    [Theory]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(-0d, "0")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1.2345e-10, "1.2345e-10")]
    public void Numbers_are_written_as_JavaScript_does(double number, string expected) => Assert.Equal(expected, JsNumber.Format(number));

    [Fact]
    public void Half_a_pair_of_surrogates_is_an_escape_in_JSON()
    {
        Assert.Equal("\"\\ud83d\"", JsonOutput.Write("\uD83D"));
        Assert.Equal("\uD83D", JsonText.Read("\"\\ud83d\""u8));
        Assert.Equal("\"😀\"", JsonOutput.Write("😀"));
        Assert.Equal("😀\n\"", JsonText.Read("\"\\uD83D\\uDE00\\n\\\"\""u8));
    }

    [Fact]
    public void Half_a_pair_of_surrogates_is_replaced_on_the_wire() => Assert.Equal([119, 3, 0xEF, 0xBF, 0xBD], Write("\uD83D"));

    [Fact]
    public void A_number_of_more_than_53_bits_is_refused() =>
        Assert.Throws<YjsFormatException>(() => new Lib0Reader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F]).ReadVarUint());
}
