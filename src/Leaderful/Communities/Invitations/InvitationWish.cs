using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Communities.Invitations;

public enum Lasting { Day, Week, Month, Date }

/// <summary>How long an invitation should last, how often it may be used, and whom it goes to.</summary>
public sealed record InvitationWish(DateTime ExpiresAt, int? Uses, string? Email)
{
    public static readonly IReadOnlyList<string> Numbers = ["1", "10", "50", ""];

    private const int LongestInDays = 366;

    public static InvitationWish Read(Form form, Words words, DateTime now)
    {
        var typed = form.Line("email", EmailAddress.Most, words["sign-in.email.wrong"]);
        var email = EmailAddress.Read(typed);
        if (typed.Length > 0 && email is null) form.Refuse("email", words["sign-in.email.wrong"]);
        int? uses = email is not null ? 1 : Numbers.Contains(form["uses"]) && form["uses"].Length > 0 ? int.Parse(form["uses"], CultureInfo.InvariantCulture) : null;
        return new InvitationWish(ExpiryOf(form, words, now), uses, email);
    }

    private static DateTime ExpiryOf(Form form, Words words, DateTime now) => form.Choice("expires", Lasting.Week) switch
    {
        Lasting.Day => now.AddDays(1),
        Lasting.Month => now.AddMonths(1),
        Lasting.Date => DateOf(form, words, now),
        _ => now.AddDays(7),
    };

    /// <summary>To the end of that day, wherever the reader is: the day's last moment anywhere on earth.</summary>
    private static DateTime DateOf(Form form, Words words, DateTime now)
    {
        var day = DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : default;
        var today = DateOnly.FromDateTime(now);
        if (day < today || day > today.AddDays(LongestInDays)) form.Refuse("date", words["invitations.date-wrong"]);
        return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(36);
    }
}
