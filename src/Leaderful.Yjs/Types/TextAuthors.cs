using System.Text;

namespace Leaderful.Yjs;

/// <summary>Reads a text as runs of one client each.</summary>
internal static class TextAuthors
{
    const char EmbedSign = '\uFFFC';

    public static List<YAuthoredRun> Of(Branch branch)
    {
        List<YAuthoredRun> runs = [];
        var text = new StringBuilder();
        var (client, clock, index) = (-1L, 0L, 0L);
        foreach (var item in ListValues.Visible(branch))
        {
            if (item.Log.Client != client)
            {
                Close();
                (client, clock) = (item.Log.Client, item.Clock);
            }
            if (item.Content is TextContent content) text.Append(content.Text);
            else text.Append(EmbedSign);
        }
        Close();
        return runs;

        void Close()
        {
            if (text.Length > 0) runs.Add(new(client, clock, index, text.ToString()));
            index += text.Length;
            text.Clear();
        }
    }
}
