// The least this machine's web server can do for a page: the same bytes, from memory. Run: Limit FILE --urls http://127.0.0.1:PORT
var builder = WebApplication.CreateSlimBuilder(args[1..]);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
ReadOnlyMemory<byte> page = await File.ReadAllBytesAsync(args[0]);
app.MapGet("/", async context =>
{
    context.Response.ContentType = "text/html; charset=utf-8";
    context.Response.ContentLength = page.Length;
    await context.Response.BodyWriter.WriteAsync(page);
});
await app.RunAsync();
