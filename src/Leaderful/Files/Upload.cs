using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Files;

/// <summary>A file somebody is about to bring, looked at and made safe to pass on.</summary>
public sealed record Upload(string FileName, string ContentType, byte[] Bytes)
{
    public const int MostFiles = 6;
    public const int MostBytes = 10_000_000;

    /// <summary>Many photos stand on one page; the island makes a phone's as small as they are shown.</summary>
    public const int MostPhotoBytes = 2_000_000;

    /// <summary>All of them, the text beside them, and what the form adds.</summary>
    public const long MostRequest = (MostFiles * MostBytes) + (1 << 20);

    /// <summary>The files of a form's field. What is wrong with any is said on the field, and then none is taken.</summary>
    public static async Task<IReadOnlyList<Upload>> Read(Form form, string field, Words words)
    {
        var sent = form.Files(field);
        if (sent.Count > MostFiles) form.Refuse(field, words.Count("files.too-many", MostFiles));
        var uploads = new List<Upload>();
        foreach (var file in sent.Take(MostFiles))
        {
            var name = NameOf(file.FileName, words);
            if (file.Length > MostBytes) form.Refuse(field, words.Say("files.too-large", ("name", name), ("most", FileSize.Of(MostBytes, words))));
            else if (await Look(file, name) is { } upload) uploads.Add(upload);
            else form.Refuse(field, words.Say("files.broken", ("name", name), ("most", PictureSize.MostMegapixels)));
        }
        return form.Wrong.ContainsKey(field) ? [] : uploads;
    }

    /// <summary>One picture to stand for a person: still, small, and under no name of its own, which might say where it was taken. Null where none was chosen.</summary>
    public static async Task<Upload?> Photo(Form form, string field, Words words)
    {
        if (form.Files(field) is not [var file, ..]) return null;
        var name = NameOf(file.FileName, words);
        if (file.Length > MostPhotoBytes)
        {
            form.Refuse(field, words.Say("files.too-large", ("name", name), ("most", FileSize.Of(MostPhotoBytes, words))));
            return null;
        }
        if (await Look(file, "") is { ContentType: "image/jpeg" or "image/png" or "image/webp" } photo) return photo with { FileName = $"portrait.{photo.ContentType[6..]}" };
        form.Refuse(field, words.Say("files.no-photo", ("name", name), ("most", PictureSize.MostMegapixels)));
        return null;
    }

    /// <summary>One picture of a thing, such as a paper that hangs on a wall, under <paramref name="name"/> and not its own, which might say where it was taken. Null where none was chosen.</summary>
    public static async Task<Upload?> Picture(Form form, string field, string name, Words words)
    {
        if (form.Files(field) is not [var file, ..]) return null;
        var own = NameOf(file.FileName, words);
        if (file.Length > MostBytes) form.Refuse(field, words.Say("files.too-large", ("name", own), ("most", FileSize.Of(MostBytes, words))));
        else if (await Look(file, "") is { } picture && FileKind.IsShown(picture.ContentType)) return picture with { FileName = $"{name}.{picture.ContentType[6..]}" };
        else form.Refuse(field, words.Say("files.no-picture", ("name", own), ("most", PictureSize.MostMegapixels)));
        return null;
    }

    private static async Task<Upload?> Look(IFormFile file, string name)
    {
        using var read = new MemoryStream((int)file.Length);
        await file.CopyToAsync(read);
        var bytes = read.ToArray();
        var kind = FileKind.Of(bytes);
        if (FileKind.IsShown(kind)) return CleanPicture.Of(bytes, kind) is { } clean ? new Upload(name, kind, clean) : null;
        return FileKind.IsOtherPicture(bytes) ? null : new Upload(name, kind, bytes);
    }

    /// <summary>A browser's folders are nobody's business, and a name is one line that can be seen.</summary>
    private static string NameOf(string sent, Words words)
    {
        var name = Clean.Line(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (name.Length == 0) return words["files.unnamed"];
        if (name.Length <= Attachment.LongestName) return name;
        var end = Path.GetExtension(name) is { Length: <= 12 } extension ? extension : "";
        var cut = Attachment.LongestName - end.Length;
        return name[..(char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)] + end;
    }
}
