namespace Leaderful.Mime;

/// <summary>Reads the structured fields of a message's header (RFC 5322, 3.6).</summary>
internal sealed class Envelope(MailHeaders headers, MailLimits limits, ProblemList problems)
{
    public string? Id() => headers.Find("Message-ID") is { } field && MessageIds.Parse(field.Unfold(), 1) is [var id, ..] ? id : null;

    public IReadOnlyList<string> Ids(string name) =>
        headers.Find(name) is { } field ? MessageIds.Parse(field.Unfold(), limits.MaxListItems) : [];

    /// <summary>All fields of the name together: some senders repeat To instead of listing.</summary>
    public IReadOnlyList<MailAddress> Addresses(string name)
    {
        List<MailAddress> addresses = [];
        foreach (var field in headers.All(name))
        {
            addresses.AddRange(AddressList.Parse(field.Unfold(), limits.MaxListItems - addresses.Count));
            if (addresses.Count < limits.MaxListItems) continue;
            problems.Add(MailProblemKind.Limit, name, $"More than {limits.MaxListItems} addresses; the rest was left out.");
            break;
        }
        return addresses;
    }

    public DateTimeOffset? Date()
    {
        if (headers.Find("Date") is not { } field) return null;
        var date = MailDate.Parse(field.Unfold());
        if (date is null) problems.Add(MailProblemKind.Date, "Date", "The date cannot be read.");
        return date;
    }

    /// <summary>Each server puts its field on top, with the date behind the last semicolon.</summary>
    public DateTimeOffset? ReceivedDate()
    {
        foreach (var field in headers.All("Received"))
        {
            var line = field.Unfold();
            if (MailDate.Parse(line[(line.LastIndexOf((byte)';') + 1)..]) is { } date) return date;
        }
        return null;
    }
}
