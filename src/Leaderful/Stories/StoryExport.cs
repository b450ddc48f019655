using System.Text;
using Leaderful.Data;
using Leaderful.Pages;
using Leaderful.Pages.Together;
using Leaderful.Shared.Web;
using Leaderful.Stories.Moments;

namespace Leaderful.Stories;

/// <summary>A story as a file of one's own, with those moments in it that this reader reads.</summary>
public static class StoryExport
{
    internal static async Task<IResult> Markdown(Id<Story> id, Viewer viewer, Db db)
    {
        if (await StoryAccess.ForReading(db, viewer, id) is not { } head) return Results.NotFound();
        var (text, words) = (new StringBuilder(), viewer.Words);
        text.Append("# ").Append(head.Title).Append("\n\n");
        if (head.IsUs) text.Append(PageText.Markdown(await db.Written(id.As<Page>()), address => address.StartsWith('/') ? viewer.Origin + address : address)).Append('\n');
        else foreach (var part in Story.Parts.Where(p => head.It[p].Length > 0)) text.Append("## ").Append(words[$"stories.part.{part}"]).Append("\n\n").Append(head.It[part]).Append("\n\n");
        foreach (var one in (await db.MomentsIn(viewer, head)).Where(m => m.It.IsAllowed))
        {
            text.Append("> ").Append(one.It.Words.Replace("\n", "\n> ", StringComparison.Ordinal)).Append('\n');
            if (!one.It.IsNameless) text.Append(">\n> — ").Append(one.OwnerIn(words)).Append('\n');
            text.Append('\n');
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/markdown; charset=utf-8", "story.md");
    }
}
