namespace Leaderful.Yjs;

/// <summary>An update put together from the sections of its clients and what it deletes.</summary>
internal static class UpdateSections
{
    public static byte[] Join(int count, Lib0Writer sections, DeleteSet deletes)
    {
        var whole = new Lib0Writer(sections.Length + 64);
        whole.WriteVarUint(count);
        whole.WriteRaw(sections.Written);
        deletes.Write(whole);
        return whole.ToArray();
    }
}
