using System.Threading.Channels;
using Leaderful.Accounts;

namespace Leaderful.Live;

/// <summary>One open event stream: what waits to be sent to it, and whose eyes it has.</summary>
public sealed class LiveConnection(Reader reader, string token, string language)
{
    /// <summary>More unread events than this and the reader is let go: it comes back and catches up from its version.</summary>
    public const int MostWaiting = 64;

    private readonly Channel<Parcel> waiting = Channel.CreateBounded<Parcel>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public Reader Reader { get; set; } = reader;
    public string Token => token;
    public string Language => language;
    public ChannelReader<Parcel> Waiting => waiting.Reader;

    public void Send(ReadOnlyMemory<byte> bytes)
    {
        if (!waiting.Writer.TryWrite(new Parcel(bytes, false))) Close();
    }

    /// <summary>Asks the stream's own loop to look whether it may go on; asked twice is asked once.</summary>
    public void Look()
    {
        if (waiting.Reader.Count < MostWaiting) waiting.Writer.TryWrite(new Parcel(default, true));
    }

    public bool IsOpen { get; private set; } = true;

    public void Close()
    {
        IsOpen = false;
        waiting.Writer.TryComplete();
    }
}

public readonly record struct Parcel(ReadOnlyMemory<byte> Bytes, bool Look);
