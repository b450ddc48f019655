using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Leaderful.Data;
using Leaderful.Gatherings;

namespace Leaderful.Tests.Notes;

/// <summary>Somebody's browser as the server sees it: it brings bytes, of which nothing can be known here.</summary>
public sealed class Notebook(Visitor who)
{
    public byte[] Mark { get; private set; } = RandomNumberGenerator.GetBytes(16);

    public static object Passphrase(byte[]? wrapped = null) => Way("Passphrase", 600_000, wrapped);

    public static object Recovery(byte[]? wrapped = null) => Way("Recovery", 0, wrapped);

    public static object ByPasskey(byte[] credential, byte[]? wrapped = null) => Way("Passkey", 0, wrapped, credential);

    public async Task<Notebook> Begin(params object[] ways)
    {
        var answer = await Try(ways.Length == 0 ? [Passphrase(), Recovery()] : ways);
        return answer == HttpStatusCode.NoContent ? this : throw new InvalidOperationException($"It did not begin: {answer}.");
    }

    public Task<HttpStatusCode> Try(params object?[] ways) => Post("/me/notes/vault", new { mark = Mark, ways });

    public Task<HttpStatusCode> Add(object? way) => Post("/me/notes/vault/ways", new { mark = Mark, way });

    public async Task<(HttpStatusCode Status, JsonElement Said)> Keep(Id<Thing> on, int edition, byte[] bytes)
    {
        using var answer = await who.Client.PostAsJsonAsync($"/me/notes/{on}/envelope", new { mark = Mark, edition, @sealed = bytes });
        return (answer.StatusCode, await Read(answer));
    }

    public async Task<int> Kept(Id<Thing> on, int edition, byte[] bytes)
    {
        var (status, said) = await Keep(on, edition, bytes);
        return status == HttpStatusCode.OK ? said.GetProperty("edition").GetInt32() : throw new InvalidOperationException($"It was not kept: {status}.");
    }

    public async Task<JsonElement> Vault() => await Read(await who.Client.GetAsync("/me/notes/vault"));

    /// <summary>Nothing where there is none.</summary>
    public async Task<(int Edition, byte[] Sealed)?> Note(Id<Thing> on)
    {
        var note = (await Read(await who.Client.GetAsync($"/me/notes/{on}/envelope"))).GetProperty("note");
        return note.ValueKind == JsonValueKind.Null ? null : (note.GetProperty("edition").GetInt32(), note.GetProperty("sealed").GetBytesFromBase64());
    }

    /// <summary>The same notes from a browser that knows of another key.</summary>
    public void Forget() => Mark = RandomNumberGenerator.GetBytes(16);

    public static byte[] Bytes(int count = 285) => RandomNumberGenerator.GetBytes(count);

    public static async Task<Id<Thing>> Gathering(World world, Visitor by, string title, Id<Scope>? to = null) =>
        (await world.Writes.Do(unit => unit.CallGathering(by.Person.ActorId, world.Millbrook.Id, new GatheringHost(to ?? world.Millbrook.ScopeId), new GatheringWish(GatheringKind.Cafe, title, null)))).As<Thing>();

    private async Task<HttpStatusCode> Post(string path, object body)
    {
        using var answer = await who.Client.PostAsJsonAsync(path, body);
        return answer.StatusCode == HttpStatusCode.SeeOther ? HttpStatusCode.NoContent : answer.StatusCode;
    }

    private static object Way(string kind, int iterations, byte[]? wrapped, byte[]? credential = null) =>
        new { kind, salt = RandomNumberGenerator.GetBytes(32), iterations, wrapped = wrapped ?? RandomNumberGenerator.GetBytes(61), credential };

    private static async Task<JsonElement> Read(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/json" ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
}
