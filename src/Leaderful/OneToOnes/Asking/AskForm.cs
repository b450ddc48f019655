using System.Globalization;
using Leaderful.Accounts;
using Leaderful.Gatherings;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;

namespace Leaderful.OneToOnes.Asking;

/// <summary>Reads how the other is to be asked, and says what of it cannot be.</summary>
internal static class AskForm
{
    public static readonly IReadOnlyList<string> Ways = [nameof(ReachedBy.Mail), nameof(ReachedBy.Link)];

    /// <summary>The times beside the first, each a day and an hour.</summary>
    public static readonly IReadOnlyList<int> Others = [.. Enumerable.Range(2, ProposedTime.Most - 1)];

    public static Ask? Read(Form form, Words words, ListedOneToOne one, bool isKnown, DateTime now)
    {
        // A member answers for themselves: nobody is handed their way in.
        var by = one.PersonId is null && form.Choice("way", ReachedBy.Mail) == ReachedBy.Link ? ReachedBy.Link : ReachedBy.Mail;
        var email = by == ReachedBy.Mail && one.PersonId is null ? Email(form, words) : "";
        var times = isKnown ? [] : Times(form, words, one.It, now);
        return form.IsRight ? new(by, email, times) : null;
    }

    public const string SeenField = "seen";

    /// <summary>The times that stood there when somebody began to write: meanwhile the other may have answered.</summary>
    public static string Seen(Reached? reached) => $"{reached?.Request.Sequence}:{reached?.Request.AgreedAt?.Ticks}";

    public static Form Of(ListedOneToOne one, Reached? reached)
    {
        var form = Form.With((SeenField, Seen(reached)), ("way", reached?.Request.By == ReachedBy.Link ? nameof(ReachedBy.Link) : nameof(ReachedBy.Mail)), ("email", reached?.Request.Email ?? ""),
            ("day", DayWords.Written(one.It.Day)), ("at", one.It.At.ToString("HH':'mm", CultureInfo.InvariantCulture)));
        foreach (var (time, n) in (reached?.Times ?? []).Where(t => t.Time != one.It.Time).Take(Others.Count).Zip(Others))
        {
            form.Put($"day{n}", DayWords.Written(time.Day));
            form.Put($"at{n}", time.At.ToString("HH':'mm", CultureInfo.InvariantCulture));
        }
        return form;
    }

    private static string Email(Form form, Words words)
    {
        if (form["email"].Length == 0) form.Refuse("email", words["asking.wrong.email-missing"]);
        else if (EmailAddress.Read(form["email"]) is { } address) return address;
        else form.Refuse("email", words["asking.wrong.email"]);
        return "";
    }

    private static List<GatheringTime> Times(Form form, Words words, OneToOne one, DateTime now)
    {
        List<GatheringTime> times = [];
        foreach (var n in Others.Prepend(1))
        {
            var (day, at) = n == 1 ? ("day", "at") : ($"day{n}", $"at{n}");
            if (n > 1 && form[day].Length == 0 && form[at].Length == 0) continue;
            var own = Form.With(("day", form[day]), ("at", form[at]), ("minutes", one.Minutes.ToString(CultureInfo.InvariantCulture)), ("zone", one.Zone));
            var time = GatheringForm.Time(own, words);
            foreach (var (field, wrong) in own.Wrong) form.Refuse(field == "at" ? at : day, wrong);
            if (time is null && own.IsRight) form.Refuse(day, words["one-to-ones.wrong.day-missing"]);
            else if (time is not null && time.EndsAt <= now) form.Refuse(day, words["asking.wrong.been"]);
            else if (time is not null && !times.Contains(time)) times.Add(time);
        }
        return times;
    }
}
