using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Leaderful.Shared.Views;

/// <summary>What people call themselves and their things, among the house's words: kept in its own direction, and in no other form than text.</summary>
public static class Bdi
{
    public static MarkupString Of(string name) => new($"<bdi>{HtmlEncoder.Default.Encode(name)}</bdi>");
}
