using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Leaderful.Live;

/// <summary>What goes over the wire, in the words of server-sent events.</summary>
public static class LiveEvents
{
    public static readonly ReadOnlyMemory<byte> Here = Encoding.UTF8.GetBytes(": here\n\n");
    public static readonly ReadOnlyMemory<byte> SignedOut = Encoding.UTF8.GetBytes("event: ended\ndata: signed-out\n\n");

    public static ReadOnlyMemory<byte> Change(string stream, LiveChange change)
    {
        var buffer = new ArrayBufferWriter<byte>(change.Html.Length + 256);
        buffer.Write("event: change\ndata: "u8);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("stream", stream);
            json.WriteNumber("version", change.Version);
            json.WriteString("html", change.Html);
            json.WriteEndObject();
        }
        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
