using System.Net;
using System.Text;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Tests.Conversations;
using Leaderful.Tests.Crawl;
using Leaderful.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Leaderful.Tests.Hostile;

/// <summary>Files that lie about what they are, through the form that people use: refused with a sentence, or given out so that nothing in them runs.</summary>
public class UploadTests(World world) : IClassFixture<World>
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    private static IReadOnlyList<(string Name, byte[] Bytes)> Contents =>
    [
        .. Corpora.Files("uploads-hostile", "*.*").Where(f => f.Name is not ("SOURCE.txt" or "filenames.json")),
        ("run.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()), ("page.png", "<html><script>alert(1)</script>"u8.ToArray()),
        ("both.gif", "GIF89a/*\u0001\0\u0001\0*/=1;alert(1)"u8.ToArray()), ("mark.txt", "\uFEFF  <script>alert(1)</script>"u8.ToArray()), ("wide.html", Encoding.Unicode.GetBytes("\uFEFF<script>alert(1)</script>")),
        ("seven.html", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"u8.ToArray()), ("doc.pdf", "%PDF-1.7\n<script>alert(1)</script>"u8.ToArray()), ("empty.png", []),
        ("lies.png", [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 8, 2, 0, 0, 0, 0, 0, 0, 0]),
    ];

    [Fact]
    public async Task Whatever_a_file_holds_nothing_in_it_runs()
    {
        var id = await world.Begin(world.Ines, "Files");
        var (taken, refused) = (0, 0);
        foreach (var (name, bytes) in Contents)
        {
            var answer = await Bring(Talk.Path(id), name, bytes);
            if (answer.Status == HttpStatusCode.UnprocessableEntity)
            {
                refused++;
                Assert.Contains(name, answer.Page.QuerySelector("#files-w")!.TextContent, StringComparison.Ordinal);
                Assert.Equal("Look.", answer.Page.QuerySelector("textarea")!.TextContent);
                continue;
            }
            taken++;
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            var file = await world.Read(db => db.The<Attachment>().OrderByDescending(a => a.Id).FirstAsync());
            foreach (var way in new[] { "", "?view" }) await IsHarmless($"/files/{file.Id}{way}", file);
            foreach (var other in new[] { world.Hanna, world.Tove, world.Samir }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/files/{file.Id}?view")).Status);
        }
        Assert.True(taken >= 3 && refused >= 1, $"{taken} were taken, {refused} refused.");
        Assert.Empty(PageRules.Broken(await world.Ruth.Get(Talk.Path(id)), missing: false));
    }

    [Fact]
    public async Task Whatever_a_file_is_called_it_has_a_name_of_one_line_and_leads_nowhere_else()
    {
        var id = await world.Begin(world.Ines, "Names");
        var names = Corpora.Strings("uploads-hostile/filenames.json", e => e.GetString(), "../../../etc/passwd", "a\0.png", "a\r\nSet-Cookie: x=1.png", "a\"; filename=\"evil.html", "\u202Egnp.exe", "a.html", "", "..", "x\\y", "é.png", "😀.png", "a.pdf%00.html", "con");
        foreach (var name in names)
        {
            var answer = await Bring(Talk.Path(id), name, "Only words"u8.ToArray());
            if (answer.Status == HttpStatusCode.BadRequest) continue;
            Assert.True(answer.Status is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity, $"{(int)answer.Status} for {name}");
            if (answer.Status == HttpStatusCode.UnprocessableEntity) continue;
            var file = await world.Read(db => db.The<Attachment>().OrderByDescending(a => a.Id).FirstAsync());
            Assert.DoesNotContain(file.FileName, c => char.IsControl(c) || c is '/' or '\\' or '\u202E');
            Assert.NotEqual("", file.FileName);
            await IsHarmless($"/files/{file.Id}", file);
        }
        Assert.Empty(PageRules.Broken(await world.Ruth.Get(Talk.Path(id)), missing: false));
        var folder = Path.GetFullPath(world.Folder);
        Assert.All(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain("passwd", f, StringComparison.Ordinal));
    }

    private async Task IsHarmless(string path, Attachment file)
    {
        using var answer = await world.Ruth.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var kind = answer.Content.Headers.ContentType!.MediaType!;
        Assert.True(Pictures.Contains(kind) || kind is "text/plain" or "application/pdf" or "application/zip" or "application/octet-stream", $"{file.FileName} goes out as {kind}");
        if (answer.Content.Headers.ContentDisposition!.DispositionType == "inline") Assert.Contains(kind, Pictures);
        else Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        var isShown = answer.Content.Headers.ContentDisposition.DispositionType == "inline";
        Assert.Equal(isShown ? "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'" : "sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        if (Pictures.Contains(kind)) Assert.DoesNotContain("alert", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    /// <summary>Written by hand, since a client of good manners would not send such names.</summary>
    private async Task<Screen> Bring(string thread, string name, byte[] bytes)
    {
        var page = await world.Ruth.Get(thread);
        using var body = new MemoryStream();
        foreach (var (field, value) in page.FieldsOf("/posts", [("text", "Look.")]).Where(f => f.Name != "files"))
            body.Write(Encoding.UTF8.GetBytes($"--cut\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"));
        body.Write(Encoding.UTF8.GetBytes($"--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"));
        body.Write(bytes);
        body.Write("\r\n--cut--\r\n"u8);
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=cut");
        return await Screen.Of(await world.Ruth.Client.PostAsync(page.FormTo("/posts"), content));
    }
}
