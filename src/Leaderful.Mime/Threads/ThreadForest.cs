namespace Leaderful.Mime;

/// <summary>The trees while they grow. A mail gets a parent at most once and only while it is a root of another tree, so no loop can close.</summary>
internal sealed class ThreadForest(List<MailThreadEntry> mails, TimeSpan window)
{
    readonly Dictionary<string, int> places = Places(mails);
    readonly int[] parents = Filled(mails.Count);
    readonly int[] shortcuts = [.. Enumerable.Range(0, mails.Count)];
    readonly MailThreadReason[] reasons = new MailThreadReason[mails.Count];

    public List<MailThreadLink> Link()
    {
        for (var i = 0; i < mails.Count; i++) LinkByReference(i);
        LinkByMissing();
        LinkBySubject();
        return [.. Enumerable.Range(0, mails.Count).Select(Result)];
    }

    MailThreadLink Result(int i) => new(mails[i].Id, parents[i] < 0 ? null : mails[parents[i]].Id, mails[Root(i)].Id, reasons[i]);

    void LinkByReference(int i)
    {
        foreach (var id in mails[i].ParentCandidates())
        {
            if (places.TryGetValue(id, out var parent) && TryAttach(i, parent, MailThreadReason.Reference)) return;
        }
    }

    /// <summary>Answers to a mail that the archive lacks hang on the oldest of them.</summary>
    void LinkByMissing()
    {
        var oldest = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < mails.Count; i++)
        {
            if (parents[i] >= 0) continue;
            foreach (var id in mails[i].ParentCandidates())
            {
                if (!oldest.TryAdd(id, i) && TryAttach(i, oldest[id], MailThreadReason.SharedReference)) break;
            }
        }
    }

    /// <summary>A reply without a parent hangs on the thread of the newest earlier mail of its subject, within the window.</summary>
    void LinkBySubject()
    {
        var newest = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < mails.Count; i++)
        {
            var subject = MailSubject.Normalise(mails[i].Subject);
            if (subject.Base.Length == 0 || mails[i].Date is not { } date) continue;
            var key = subject.Key;
            if (parents[i] < 0 && subject.IsReply && newest.TryGetValue(key, out var earlier) && date - mails[earlier].Date <= window)
                TryAttach(i, Root(earlier), MailThreadReason.Subject);
            newest[key] = i;
        }
    }

    bool TryAttach(int child, int parent, MailThreadReason reason)
    {
        if (Root(parent) == child) return false;
        parents[child] = shortcuts[child] = parent;
        reasons[child] = reason;
        return true;
    }

    /// <summary>The root of a mail's tree, shortening the way for the next time.</summary>
    int Root(int i)
    {
        while (shortcuts[i] != i) i = shortcuts[i] = shortcuts[shortcuts[i]];
        return i;
    }

    static int[] Filled(int count)
    {
        var none = new int[count];
        Array.Fill(none, -1);
        return none;
    }

    static Dictionary<string, int> Places(List<MailThreadEntry> mails) =>
        mails.Select((mail, place) => (mail.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
}
