// The least this machine's web server can do: for a page the same bytes, from memory; for event streams, what is posted to /pub is handed
// to every open /sse. Run: Limit FILE --urls http://127.0.0.1:PORT
using System.Collections.Concurrent;
using System.Text;
var builder = WebApplication.CreateSlimBuilder(args[1..]);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MinResponseDataRate) = (false, null));
var app = builder.Build();
ReadOnlyMemory<byte> page = await File.ReadAllBytesAsync(args[0]);
app.MapGet("/", async context =>
{
    context.Response.ContentType = "text/html; charset=utf-8";
    context.Response.ContentLength = page.Length;
    await context.Response.BodyWriter.WriteAsync(page);
});
var streams = new ConcurrentDictionary<HttpContext, SemaphoreSlim>();
app.MapGet("/sse", async context =>
{
    context.Response.ContentType = "text/event-stream";
    await context.Response.BodyWriter.WriteAsync(": here\n\n"u8.ToArray());
    streams[context] = new SemaphoreSlim(1);
    await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => streams.TryRemove(context, out SemaphoreSlim? _), TaskScheduler.Default);
});
app.MapPost("/pub", async context =>
{
    using var reader = new StreamReader(context.Request.Body);
    ReadOnlyMemory<byte> parcel = Encoding.UTF8.GetBytes($"data: {await reader.ReadToEndAsync()}\n\n");
    context.Response.StatusCode = StatusCodes.Status204NoContent;
    foreach (var (stream, turn) in streams) _ = Hand(stream, turn, parcel);
});
await app.RunAsync();

static async Task Hand(HttpContext stream, SemaphoreSlim turn, ReadOnlyMemory<byte> parcel)
{
    await turn.WaitAsync();
    try
    {
        await stream.Response.BodyWriter.WriteAsync(parcel);
    }
    finally
    {
        turn.Release();
    }
}
