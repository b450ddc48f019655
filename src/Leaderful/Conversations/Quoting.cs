using System.Globalization;
using Leaderful.Data;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Web;

namespace Leaderful.Conversations;

/// <summary>A reply that goes on with somebody's words and leads back to where they were said; with script, the island does it.</summary>
public static class Quoting
{
    public static async Task<Form> Into(Db db, Viewer viewer, Id<Conversation> conversation, int number, string begun = "")
    {
        var before = begun.Length > 0 ? begun.TrimEnd() + "\n\n" : "";
        if (await PostAccess.ForReading(db, viewer, conversation, number) is not { } post) return Form.With(("text", begun));
        var name = post.AuthorName.Length > 0 ? post.AuthorName : viewer.Words["conversations.former"];
        var by = $"{name}, {post.WrittenAt.ToString("d MMMM yyyy", viewer.Words.Culture)}";
        var address = string.Create(CultureInfo.InvariantCulture, $"{viewer.Here.Path}/conversations/{conversation}/posts/{number}");
        return Form.With(("text", before + Of(post.Text, by, address)));
    }

    public static string Of(string words, string by, string address)
    {
        var own = words.Split('\n').Where(l => !l.StartsWith('>')).SkipWhile(string.IsNullOrWhiteSpace);
        var quoted = string.Join('\n', own.Select(l => $"> {l}".TrimEnd())).TrimEnd('>', '\n', ' ');
        return $"{quoted}\n>\n> [{Plain(by)}](<{address}>)\n\n";
    }

    /// <summary>A name is words: whoever is quoted must not close our link and begin one of their own.</summary>
    internal static string Plain(string by) => string.Concat(by.Select(c => "\\[]<`".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}
