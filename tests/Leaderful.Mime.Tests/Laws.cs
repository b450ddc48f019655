using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Leaderful.Mime.Soak;
using Xunit;

namespace Leaderful.Mime.Tests;

public class Laws
{
    /// <summary>Lines that mean something to mail, and arbitrary text, in any mixture.</summary>
    static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Elements("From ", ">From ", "> quoted", ">> deep", "-- ", "--", "\n", "\r\n", "\n\n", "On Monday, Ada wrote:\n", "-----Original Message-----\n", "From: x\n", "To unsubscribe, e-mail: x\n",
            "____________________________________\n", "=?utf-8?Q?a?=", "=", "==20", " ", "  ", "\t", ".", "\n.\n", "begin 644 x\n", "é", "€", "日本語", "😀", "\u202E", "\"", "\\", "<", "(", ",", ";", "'", "%41", "*0=")),
        (1, ArbMap.Default.ArbFor<string>().Generator.Select(s => s ?? ""))).ListOf().Select(string.Concat).Select(WellFormed);

    static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    static readonly Arbitrary<string> AnyText = Texts.ToArbitrary();

    static void Check<T>(Arbitrary<T> values, Func<T, bool> law) => Prop.ForAll(values, law).Check(LawConfig.Quick);

    static string OneLine(string text)
    {
        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            if (char.IsControl(clean[i]) || clean[i] is '\u2028' or '\u2029') clean[i] = ' ';
        }
        return clean.ToString().Trim();
    }

    static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');

    static OutgoingMail Mail(string subject, string text, string? html = null) => new()
    {
        From = new MailAddress("Ada", "ada@example.org"),
        To = [new MailAddress(null, "bo@example.org")],
        Subject = subject,
        Text = text,
        Html = html,
        MessageId = "1@example.org",
        Date = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(2)),
    };

    [Fact]
    public void Random_bytes_never_make_the_parser_throw() =>
        Check(ArbMap.Default.ArbFor<byte[]>(), bytes => Exhaust.Read(bytes) >= 0);

    [Fact]
    public void Random_mail_like_text_never_makes_the_parser_throw()
    {
        var pieces = Gen.Elements(
            "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: text/html; charset=", "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "--b", "--", "\n", "\r", "\n\n",
            "Subject: ", "From: ", "Date: ", "References: <", "=?utf-8?", "?=", "Q?", "\"", "(", ")", "<", ">", "@", ",", ";", ":", " ", "\t", "utf-16", "\u00FF", "\0", "a", "=", "=4", "begin 644 x\n", "end\n");
        Check(pieces.ListOf().Select(string.Concat).ToArbitrary(), text => Exhaust.Read(Encoding.Latin1.GetBytes(text)) >= 0);
    }

    [Fact]
    public void Segments_together_are_the_text() => Check(AnyText, text =>
    {
        var segments = MailText.Split(text);
        return string.Equals(string.Concat(segments.Select(s => s.Of(text).ToString())), text, StringComparison.Ordinal)
            && segments.All(s => s.Length > 0 && s.Depth > 0 == (s.Kind == MailTextKind.Quoted));
    });

    [Fact]
    public void What_is_written_is_read_subject() => Check(AnyText, text =>
        string.Equals(MailMessage.Parse(MailWriter.Write(Mail(text, ""))).Subject, OneLine(text), StringComparison.Ordinal));

    [Fact]
    public void What_is_written_is_read_text() => Check(AnyText, text =>
    {
        if (text.Contains("begin ", StringComparison.Ordinal) || text.StartsWith('\uFEFF')) return true;
        return string.Equals(MailMessage.Parse(MailWriter.Write(Mail("x", text))).Body.Plain ?? "", string.IsNullOrWhiteSpace(text) ? "" : Lines(text), StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_written_is_read_alternatives() => Check(AnyText, text =>
    {
        if (text.Contains("begin ", StringComparison.Ordinal) || text.StartsWith('\uFEFF') || string.IsNullOrWhiteSpace(text)) return true;
        var mail = MailMessage.Parse(MailWriter.Write(Mail("x", text, "<p>" + text)));
        return mail.Problems.Count == 0
            && string.Equals(mail.Body.Plain, Lines(text), StringComparison.Ordinal)
            && string.Equals(mail.Body.Html, "<p>" + Lines(text), StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_written_is_read_names_and_headers() => Check(AnyText, text =>
    {
        var name = OneLine(text);
        var mail = MailMessage.Parse(MailWriter.Write(Mail("x", "") with
        {
            To = [new MailAddress(text, "bo@example.org"), new MailAddress(text, "cy@example.org")],
            Headers = [new("X-Note", name)],
        }));
        return mail.To.Count == 2 && mail.To.All(a => string.Equals(a.Name ?? "", name, StringComparison.Ordinal))
            && string.Equals(mail.To[1].Address, "cy@example.org", StringComparison.Ordinal)
            && string.Equals(mail.Headers["X-Note"], name, StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_written_is_read_attachments() => Check(AnyText, text =>
    {
        var content = Encoding.UTF8.GetBytes(text);
        var mail = MailMessage.Parse(MailWriter.Write(Mail("x", "see") with { Attachments = [new OutgoingAttachment(text, "text/calendar", content)] }));
        var file = mail.Body.Attachments.Single();
        return string.Equals(file.FileName, MailFileName.Sanitise(text, "text/calendar"), StringComparison.Ordinal) && file.Decode().Span.SequenceEqual(content);
    });

    [Fact]
    public void Written_lines_are_short_ascii() => Check(AnyText, text =>
    {
        var mail = Mail(text, text, text) with { To = [new MailAddress(text, "bo@example.org")], Attachments = [new OutgoingAttachment(text, "a/b", Encoding.UTF8.GetBytes(text))] };
        var written = Encoding.Latin1.GetString(MailWriter.Write(mail));
        return written.All(c => c is '\r' or '\n' or '\t' or (>= ' ' and <= '~')) && written.Split("\r\n").All(line => line.Length <= 998 && !line.Contains('\n', StringComparison.Ordinal) && !line.Contains('\r', StringComparison.Ordinal));
    });

    [Fact]
    public void File_names_are_safe_and_stay_so() => Check(AnyText, text =>
    {
        var safe = MailFileName.Sanitise(text, "image/png");
        return safe.Length is > 0 and <= 150 && !safe.Any("/\\\0\r\n\u202E:".Contains) && safe is not ("." or "..")
            && string.Equals(MailFileName.Sanitise(safe, "image/png"), safe, StringComparison.Ordinal);
    });

    [Fact]
    public void Subjects_are_normalised_once_and_for_all() => Check(AnyText, text =>
    {
        var subject = MailSubject.Normalise("Re: [list] " + text);
        return string.Equals(MailSubject.Normalise(subject.Base).Base, subject.Base, StringComparison.Ordinal);
    });

    [Fact]
    public void Mboxes_are_read_as_they_were_written()
    {
        var mails = Texts.ListOf().Select(texts => texts.Select(text => Encoding.UTF8.GetBytes("X: y\n" + text)).ToList());
        var sizes = Gen.Choose(1, 400).ListOf().Where(list => list.Count > 0);
        Prop.ForAll(mails.Zip(sizes).ToArbitrary(), pair =>
        {
            var (written, chunks) = pair;
            var mbox = new MemoryStream();
            foreach (var mail in written) MboxWriter.Write(mbox, mail, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), "ada@example.org");
            var whole = Reading.Mbox(mbox.ToArray()).GetAwaiter().GetResult();
            var pieces = Reading.Mbox(new ChunkedStream(mbox.ToArray(), [.. chunks])).GetAwaiter().GetResult();
            return whole.Count == written.Count
                && whole.Zip(written).All(both => Encoding.UTF8.GetString(both.First.Bytes.Span).TrimEnd('\n').Equals(Encoding.UTF8.GetString(both.Second).TrimEnd('\n'), StringComparison.Ordinal))
                && whole.Zip(pieces).All(both => both.First.Bytes.Span.SequenceEqual(both.Second.Bytes.Span) && both.First.Offset == both.Second.Offset);
        }).Check(LawConfig.Quick);
    }

    [Fact]
    public void Streams_are_read_alike_however_they_are_cut()
    {
        var pieces = Gen.Elements("From a@b Wed May 17 19:35:05 2000\n", "From ", "A: b\n", "\n", "\r\n", ">From x\n", "text ", "\0", new string('x', 9000), new string('>', 5000), "From a@b Wed May 17 19:35:05 2000");
        var cases = pieces.ListOf().Select(string.Concat).Zip(Gen.Choose(1, 3000).ListOf());
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var bytes = Encoding.Latin1.GetBytes(pair.Item1);
            var whole = Reading.Mbox(bytes).GetAwaiter().GetResult();
            var cut = Reading.Mbox(new ChunkedStream(bytes, [.. pair.Item2])).GetAwaiter().GetResult();
            return whole.Count == cut.Count && whole.Zip(cut).All(both => both.First with { Bytes = default } == both.Second with { Bytes = default } && both.First.Bytes.Span.SequenceEqual(both.Second.Bytes.Span));
        }).Check(LawConfig.Quick);
    }

    [Fact]
    public void Threads_do_not_depend_on_the_order_and_never_loop()
    {
        var entry = Gen.Choose(0, 12).SelectMany(id => Gen.Choose(0, 12).ListOf().SelectMany(refs => Gen.Elements("Re: a", "a", "Re: b", "[x] b", "").SelectMany(subject => Gen.Choose(0, 200).Select(day =>
            new MailThreadEntry($"{id}@h", [.. refs.Select(r => $"{r}@h")], [], subject, new DateTimeOffset(2026, 1, 1, 0, id, 0, TimeSpan.Zero).AddDays(day))))));
        Check(entry.ListOf().ToArbitrary(), mails =>
        {
            var distinct = mails.DistinctBy(m => m.Id, StringComparer.Ordinal).ToList();
            var links = MailThreading.Link(distinct);
            var parents = links.ToDictionary(l => l.Id, l => l.ParentId, StringComparer.Ordinal);
            var sound = links.All(link =>
            {
                var (id, steps) = (link.Id, 0);
                while (parents[id] is { } parent && steps++ <= links.Count) id = parent;
                return steps <= links.Count && string.Equals(id, link.RootId, StringComparison.Ordinal);
            });
            return sound && links.Count == distinct.Count && links.SequenceEqual(MailThreading.Link(Enumerable.Reverse(distinct)));
        });
    }
}
