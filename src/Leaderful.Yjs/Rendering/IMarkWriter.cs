namespace Leaderful.Yjs;

/// <summary>Writes text and the marks on it, as <see cref="MarkTree"/> comes to them.</summary>
internal interface IMarkWriter
{
    void Open(RichMark mark);

    void Close(RichMark mark);

    void Write(string text);
}
