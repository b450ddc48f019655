using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Leaderful.Tests.Accounts;

/// <summary>An authenticator in software: one ES256 key, "none" attestation, a counter; and knobs to lie with.</summary>
public sealed class Authenticator(string origin = "http://localhost") : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, Attested = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);
    public string Origin { get; set; } = origin;
    public string? UserHandle { get; set; }
    public uint Count { get; set; }
    public string? Challenge { get; set; }

    public string Create(string optionsJson)
    {
        var options = JsonSerializer.Deserialize<JsonElement>(optionsJson);
        UserHandle ??= options.GetProperty("user").GetProperty("id").GetString();
        var authData = AuthData(options.GetProperty("rp").GetProperty("id").GetString()!, Present | Verified | Attested, AttestedData());
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(authData);
        attestation.WriteEndMap();
        return Credential(new { clientDataJSON = Text(ClientData("webauthn.create", options)), attestationObject = Text(attestation.Encode()), transports = new[] { "internal" } });
    }

    public string Get(string optionsJson, byte[]? pretending = null)
    {
        var options = JsonSerializer.Deserialize<JsonElement>(optionsJson);
        Count++;
        var authData = AuthData(options.GetProperty("rpId").GetString()!, Present | Verified, []);
        var clientData = ClientData("webauthn.get", options);
        var signature = key.SignData([.. authData, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(clientData), authenticatorData = Text(authData), signature = Text(signature), userHandle = UserHandle }, pretending);
    }

    public void Dispose() => key.Dispose();

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        type, challenge = Challenge ?? options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    }));

    private byte[] AuthData(string rpId, int flags, byte[] attested)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), (byte)flags, .. count, .. attested];
    }

    private byte[] AttestedData()
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)CredentialId.Length);
        return [.. new byte[16], .. length, .. CredentialId, .. CoseKey()];
    }

    /// <summary>RFC 9053, 7.1.1: kty EC2, alg ES256, crv P-256, x, y.</summary>
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (name, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cose.WriteInt32(name);
            cose.WriteInt32(value);
        }
        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }

    private string Credential(object response, byte[]? pretending = null) => JsonSerializer.Serialize(new
    {
        id = Text(pretending ?? CredentialId), rawId = Text(pretending ?? CredentialId), type = "public-key", response, clientExtensionResults = new { },
    });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
