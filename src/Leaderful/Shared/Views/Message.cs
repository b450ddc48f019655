using Leaderful.Accounts;

namespace Leaderful.Shared.Views;

/// <summary>A page that only says something and shows the way on.</summary>
public sealed record Message(string Title, string Text, string Back, string BackWord)
{
    public static Message For(int status, Words words) => status switch
    {
        StatusCodes.Status404NotFound => Of(words, "missing"),
        StatusCodes.Status403Forbidden => Of(words, "elsewhere"),
        StatusCodes.Status429TooManyRequests => Of(words, "slower"),
        StatusCodes.Status413PayloadTooLarge => Of(words, "too-large"),
        >= 500 => Of(words, "broken"),
        _ => Of(words, "not-understood"),
    };

    /// <summary>For somebody who went astray inside a community of theirs: back into it.</summary>
    public Message Within(Here? here, Words words) =>
        here is null ? this : this with { Back = here.Path, BackWord = words.Say("message.back", ("name", here.Name)) };

    private static Message Of(Words words, string key) =>
        new(words[$"message.{key}.title"], words[$"message.{key}.text"], "/", words["message.home"]);
}
