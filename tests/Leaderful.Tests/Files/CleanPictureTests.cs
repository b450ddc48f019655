using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Files;
using Xunit;

namespace Leaderful.Tests.Files;

public class CleanPictureTests
{
    public static TheoryData<string> Kinds => ["image/jpeg", "image/png", "image/gif", "image/webp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_camera_wrote_is_gone_and_the_picture_is_the_same(string kind)
    {
        var made = Made(kind);
        Assert.Contains(MadePictures.Secret, Encoding.Latin1.GetString(made), StringComparison.Ordinal);
        var clean = CleanPicture.Of(made, kind)!;
        Assert.DoesNotContain(MadePictures.Secret, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(kind, FileKind.Of(clean));
        Assert.Equal(clean, CleanPicture.Of(clean, kind));
    }

    [Fact]
    public void What_draws_it_is_kept()
    {
        Assert.Contains("ICC_PROFILE", Encoding.Latin1.GetString(CleanPicture.Of(MadePictures.Jpeg(), "image/jpeg")!), StringComparison.Ordinal);
        Assert.Contains("gAMA", Encoding.Latin1.GetString(CleanPicture.Of(MadePictures.Png(), "image/png")!), StringComparison.Ordinal);
        Assert.Contains("NETSCAPE2.0", Encoding.Latin1.GetString(CleanPicture.Of(MadePictures.Gif(), "image/gif")!), StringComparison.Ordinal);
        var webp = CleanPicture.Of(MadePictures.Webp(), "image/webp")!;
        Assert.Equal(0x20, webp[20]);
        Assert.Equal(webp.Length - 8, BitConverter.ToInt32(webp, 4));
    }

    [Theory]
    [InlineData(6, true, 6)]
    [InlineData(8, false, 8)]
    [InlineData(1, true, 0)]
    [InlineData(77, true, 0)]
    public void A_phone_held_upright_is_remembered_and_nothing_else(byte orientation, bool little, int kept)
    {
        var clean = CleanPicture.Of(MadePictures.Jpeg(orientation, little), "image/jpeg")!;
        var exif = clean.AsSpan().IndexOf("Exif"u8);
        Assert.Equal(kept == 0, exif < 0);
        if (kept > 0) Assert.Equal(kept, clean[exif + 25]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_breaks_off_is_none(string kind)
    {
        var made = Made(kind);
        var whole = CleanPicture.Of(made, kind)!.Length;
        for (var cut = 30; cut < made.Length - MadePictures.Secret.Length - 8; cut++)
            Assert.True(CleanPicture.Of(made.AsSpan(0, cut), kind) is not { } clean || (kind == "image/webp" && clean.Length <= whole));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_the_bytes_are_it_ends_and_never_grows(string kind)
    {
        var made = Made(kind);
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, made.Length - 1).Zip(Gen.Choose(0, 255)).ListOf().ToArbitrary(), changes =>
            {
                var bytes = (byte[])made.Clone();
                foreach (var (at, value) in changes.Where(c => c.Item1 > 12)) bytes[at] = (byte)value;
                Assert.True((CleanPicture.Of(bytes, kind)?.Length ?? 0) <= bytes.Length);
            }));
    }

    private static byte[] Made(string kind) => kind switch
    {
        "image/jpeg" => MadePictures.Jpeg(),
        "image/png" => MadePictures.Png(),
        "image/gif" => MadePictures.Gif(),
        _ => MadePictures.Webp(),
    };
}
