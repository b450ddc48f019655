using Leaderful.Communities.Letters;
using Leaderful.Mail;
using Leaderful.Shared;

namespace Leaderful.OneToOnes.Asking;

/// <summary>What letters about a one-to-one need besides what it is: the paper, the house's name in calendars, and the language of whoever has no account.</summary>
public sealed record LetterDesk(Letterhead Head, string Domain, Words Words)
{
    public static async ValueTask<LetterDesk> For(HttpContext context, Words words)
    {
        var services = context.RequestServices;
        return new(await services.GetRequiredService<Letterheads>().For(context), services.GetRequiredService<MessageWriter>().Domain, words);
    }
}
