using Leaderful.Data;

namespace Leaderful.Tests.People;

public static class Photographer
{
    /// <summary>Sends the form for one's photo as a browser would: with the picture, or with an empty field where none was chosen.</summary>
    public static async Task<Screen> Show(this Visitor who, byte[]? picture, Id<Scope> scope, string reason = "so that you know me")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(scope.ToString()), "scope" },
            { new StringContent(reason), "reason" },
        };
        if (picture is not null) form.Add(new ByteArrayContent(picture), "photo", "At home in Mill Lane.jpg");
        return await Screen.Of(await who.Client.PostAsync("/me/portrait/photo", form));
    }
}
