namespace Leaderful.Shared.Markdown;

/// <summary>Paragraphs, headings and the like: opened by their first content, so that empty ones vanish.</summary>
internal sealed partial class SafeHtmlWriter
{
    private Element _leaf;
    private Element _nextLeaf;
    private bool _lineStart;
    private bool _pendingLine;
    private bool _pendingSpace;

    private bool InRigid => _leaf.IsRigid || _nextLeaf.IsRigid;

    private bool InPre => _leaf == Element.Pre || (_leaf == Element.None && _nextLeaf == Element.Pre);

    public void StartLeaf(Element leaf)
    {
        if (leaf == Element.Summary && !MayHoldSummary) leaf = Element.P;
        var headings = leaf.IsHeading && (_leaf.IsHeading || _nextLeaf.IsHeading);
        if (InRigid && !headings)
        {
            BreakLine();
            return;
        }
        EndLeaf();
        _nextLeaf = leaf;
    }

    public void CloseLeaf(Element leaf)
    {
        var open = _leaf == Element.None ? _nextLeaf : _leaf;
        if (open == leaf || (open.IsHeading && leaf.IsHeading)) EndLeaf();
        else Divide();
    }

    /// <summary>What follows stands on a line of its own.</summary>
    public void BreakLine()
    {
        DropBlockBound();
        _pendingSpace = false;
        if (_leaf != Element.None && !_lineStart) _pendingLine = true;
    }

    /// <summary>What follows stands in a paragraph of its own, if paragraphs may stand here.</summary>
    public void Divide()
    {
        if (InRigid) BreakLine();
        else EndLeaf();
    }

    private void EndLeaf()
    {
        DropBlockBound();
        if (_leaf != Element.None)
        {
            CloseInlines();
            if (_leaf != Element.Bare) WriteEnd(_leaf);
        }
        _leaf = _nextLeaf = Element.None;
        _pendingLine = _pendingSpace = false;
    }

    private void OpenLeaf()
    {
        var asked = _nextLeaf;
        PrepareForBlocks();
        var top = _containers[^1];
        _leaf = asked;
        if (_leaf == Element.None) _leaf = top is { HasContent: false, HoldsBareText: true } ? Element.Bare : Element.P;
        _nextLeaf = Element.None;
        _lineStart = true;
        top.HasContent = true;
        if (_leaf == Element.Pre) WriteStart(_leaf);
        else if (_leaf != Element.Bare) WriteStartWithDirection(_leaf);
    }
}
