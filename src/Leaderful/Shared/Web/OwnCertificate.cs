using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Leaderful.Data;

namespace Leaderful.Shared.Web;

/// <summary>
/// A certificate for a hall's network, made by ourselves and kept: each phone is asked once whether to trust it. In
/// production a web server with a certificate of the world's stands in front.
/// </summary>
public static class OwnCertificate
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(397);

    public static X509Certificate2 For(string name, string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{name}.pfx");
        if (File.Exists(file) && X509CertificateLoader.LoadPkcs12FromFile(file, null) is var kept && kept.NotAfter.ToUniversalTime() > time.Utc().AddDays(7))
            return kept;
        File.WriteAllBytes(file, Make(name, time).Export(X509ContentType.Pkcs12));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return X509CertificateLoader.LoadPkcs12FromFile(file, null);
    }

    private static X509Certificate2 Make(string name, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now + Lasts);
    }
}
