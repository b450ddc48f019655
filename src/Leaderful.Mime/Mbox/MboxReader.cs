using System.Runtime.CompilerServices;

namespace Leaderful.Mime;

/// <summary>
/// Reads the mails of an mbox (RFC 4155; mboxo and mboxrd quoting; Content-Length is not trusted) one after the other
/// from a stream of any length, with memory for one mail at a time.
/// </summary>
public static class MboxReader
{
    /// <summary>
    /// The mails in order. What the file holds never makes this throw; the stream's own errors and cancellation pass
    /// through. The stream is read forward only, from where it stands, and is not closed.
    /// </summary>
    public static async IAsyncEnumerable<MboxItem> ReadAsync(
        Stream stream, MboxOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= MboxOptions.Default;
        using var window = new MboxWindow(stream);
        using var splitter = new MboxSplitter(options);
        while (await window.FillAsync(cancellationToken))
        {
            while (splitter.Step(window) is { } step)
            {
                if (step.Item is { } item) yield return item;
            }
        }
        if (splitter.Finish(window.Offset) is { } last) yield return last;
    }
}
