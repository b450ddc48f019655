using Leaderful.Soaking;
using System.Text;

namespace Leaderful.Mime.Soak;

/// <summary>The mails to start from: those of the corpora, mboxes taken apart, and a few of our own writing.</summary>
internal static class Seeds
{
    const int Largest = 128 * 1024;

    public static async Task<List<byte[]>> ReadAsync()
    {
        List<byte[]> seeds = [Written(null), Written("<p>Hello <b>you</b></p>")];
        foreach (var (_, bytes) in CorpusFolder.Find() is { } root ? MailCorpora.Mails(root) : [])
        {
            if (bytes.AsSpan().StartsWith("From "u8))
            {
                await foreach (var item in MboxReader.ReadAsync(new MemoryStream(bytes))) seeds.Add(item.Bytes.ToArray());
            }
            else if (bytes.Length <= Largest)
            {
                seeds.Add(bytes);
            }
        }
        return seeds;
    }

    static byte[] Written(string? html) => MailWriter.Write(new OutgoingMail
    {
        From = new MailAddress("Jürgen, of course", "j@example.org"),
        To = [new MailAddress("Ada", "ada@example.org")],
        Subject = "Grüße aus der Ferne, und noch viel mehr als in eine Zeile passt",
        Text = "Hello\n\nOn Monday, Ada wrote:\n> hello\n\n-- \nJ\n",
        Html = html,
        MessageId = "1@example.org",
        Date = DateTimeOffset.UnixEpoch,
        Attachments = [new OutgoingAttachment("Plän für übermorgen.txt", "text/plain", Encoding.UTF8.GetBytes("plan"))],
    });
}
