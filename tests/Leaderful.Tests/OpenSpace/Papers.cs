using Leaderful.Data;
using Leaderful.OpenSpace;

namespace Leaderful.Tests.OpenSpace;

public static class Papers
{
    /// <summary>Sends a topic's form as a browser would: with a picture of its paper.</summary>
    public static async Task<Screen> SendPaper(this Visitor who, string path, byte[] picture, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(picture), "paper", "IMG_at_the_old_mill.jpg");
        return await Screen.Of(await who.Client.PostAsync(path, form));
    }

    public static Task<Screen> PostPaper(this Visitor who, Id<Space> id, byte[] picture, params (string Name, string Value)[] fields) =>
        who.SendPaper($"{Spaces.Wall(id)}/topics", picture, fields);
}
