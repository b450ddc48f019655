using Leaderful.Communities.Letters;
using Leaderful.Mail;
using Leaderful.Shared;
using Leaderful.Shared.Web;

namespace Leaderful.OneToOnes.Asking;

/// <summary>What letters about a one-to-one need besides what it is: the paper, the house's name in calendars, and the language of whoever has no account. A handler asks for it as for a form.</summary>
public sealed record LetterDesk(Letterhead Head, string Domain, Words Words)
{
    public static async ValueTask<LetterDesk> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return new(await services.GetRequiredService<Letterheads>().For(context), services.GetRequiredService<MessageWriter>().Domain, services.GetRequiredService<Viewer>().Words);
    }
}
