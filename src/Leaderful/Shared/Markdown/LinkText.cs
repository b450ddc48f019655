namespace Leaderful.Shared.Markdown;

/// <summary>A name for an address that was given none: its host and the last part of its path.</summary>
internal static class LinkText
{
    public static string For(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return url;
        var file = uri.AbsolutePath[(uri.AbsolutePath.LastIndexOf('/') + 1)..];
        return uri.Host.Length == 0 ? url : file.Length is 0 or > 60 ? uri.Host : $"{uri.Host}/…/{file}";
    }
}
