using Xunit;

namespace Leaderful.Mime.Tests;

/// <summary>Ways to read that many tests share.</summary>
internal static class Reading
{
    public static async Task<List<MboxItem>> Mbox(byte[] bytes, MboxOptions? options = null) => await Mbox(new MemoryStream(bytes), options);

    public static async Task<List<MboxItem>> Mbox(Stream stream, MboxOptions? options = null)
    {
        List<MboxItem> items = [];
        await foreach (var item in MboxReader.ReadAsync(stream, options, TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }

    public static MailMessage Parse(string text) => MailMessage.Parse(System.Text.Encoding.Latin1.GetBytes(text));

    public static string Subject(string raw) => Parse($"Subject: {raw}\n\n").Subject;
}
