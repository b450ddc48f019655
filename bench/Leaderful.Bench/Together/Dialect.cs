using System.Text;
using Leaderful.Yjs;

namespace Leaderful.Bench.Together;

/// <summary>
/// How a server wants to be spoken to. With y-websocket the page's name is in the address; with Hocuspocus it stands before
/// each message, and whoever comes says a password first.
/// </summary>
internal sealed class Dialect(bool isHocuspocus)
{
    private const int Sync = 0;
    private const int Auth = 2;
    private const int SyncReply = 4;

    public static Dialect Of(string name) => name switch
    {
        "y-websocket" => new Dialect(isHocuspocus: false),
        "hocuspocus" => new Dialect(isHocuspocus: true),
        _ => throw new ArgumentException($"{name} is not spoken here.", nameof(name)),
    };

    public Uri Address(Uri server, string page) => isHocuspocus ? server : new Uri(server, page);

    /// <summary>What is said first: a password, where one is asked for, then what one has, which is nothing.</summary>
    public IEnumerable<byte[]> Greeting(string page)
    {
        if (isHocuspocus) yield return [.. Head(page), Auth, 0, .. Text("anybody"), .. Text("4.8.0")];
        yield return Frame(page, YMessage.SyncStep1(new StateVector()));
    }

    public byte[] Frame(string page, byte[] message) => isHocuspocus ? [.. Head(page), .. message] : message;

    /// <summary>The update in a message, where there is one.</summary>
    public ReadOnlyMemory<byte>? Update(ReadOnlyMemory<byte> message)
    {
        if (isHocuspocus) message = message[(Number(message.Span, out var name) + name)..];
        if (message.Span[0] is not (Sync or SyncReply) || message.Span[1] == (int)YMessageKind.SyncStep1) return null;
        return message.Slice(2 + Number(message.Span[2..], out var length), length);
    }

    private static byte[] Head(string page) => Text(page);

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    /// <summary>Reads a number as lib0 writes it, and tells how many bytes it took.</summary>
    private static int Number(ReadOnlySpan<byte> bytes, out int number)
    {
        number = 0;
        for (var i = 0; ; i++)
        {
            number |= (bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80) return i + 1;
        }
    }
}
