using System.Globalization;

namespace Leaderful.Shared.Markdown;

/// <summary>What holds blocks: lists, quotes, details and, with their parts in a file of their own, tables.</summary>
internal sealed partial class SafeHtmlWriter
{
    private readonly List<OpenContainer> _containers = [];
    private readonly int[] _flattened = new int[(int)Element.Th + 1];

    private bool MayHoldSummary => _leaf == Element.None && _containers[^1] is { Kind: Element.Details, HasContent: false };

    /// <param name="container">Anything but the parts of lists and tables.</param>
    /// <param name="first">An ordered list's first number.</param>
    public void StartContainer(Element container, int first = 1)
    {
        if (InRigid || !HasDepthFor(container) || !HasRoomFor(64))
        {
            _flattened[(int)container]++;
            Divide();
            return;
        }
        EndLeaf();
        PrepareForBlocks();
        if (container == Element.Blockquote) WriteStartWithDirection(container);
        else if (first == 1) WriteStart(container);
        else _output.Append(CultureInfo.InvariantCulture, $"<ol start=\"{first}\">");
        Push(container);
    }

    public void StartItem()
    {
        if (_flattened[(int)Element.Ul] + _flattened[(int)Element.Ol] > 0)
        {
            Divide();
            return;
        }
        if (Find(Element.Li, stopAt: kind => kind.IsContainer) is > 0 and var item) CloseDownTo(item);
        if (_containers[^1].Kind.IsList && HasRoomFor(32)) Open(Element.Li);
        else Divide();
    }

    public void EndContainer(Element container)
    {
        if (_flattened[(int)container] > 0)
        {
            _flattened[(int)container]--;
            Divide();
            return;
        }
        var found = container switch
        {
            Element.Table => Find(container, stopAt: _ => false),
            Element.Li => Find(container, stopAt: kind => kind.IsList || kind.IsCell),
            Element.Td or Element.Th or Element.Tr or Element.Thead or Element.Tbody =>
                Find(container, stopAt: kind => kind == Element.Table),
            _ => Find(container, stopAt: kind => kind.IsCell),
        };
        if (found > 0) CloseDownTo(found);
        else Divide();
    }

    public void Rule()
    {
        Divide();
        if (InRigid || !HasRoomFor(64)) return;
        PrepareForBlocks();
        WriteStart(Element.Hr);
        _containers[^1].HasContent = true;
    }

    /// <summary>Lists hold items only and tables cells only; what stands between gets one.</summary>
    private void PrepareForBlocks()
    {
        var top = _containers[^1].Kind;
        if (top.IsList) Open(Element.Li);
        else if (top.IsTablePart)
        {
            FillUpTo(Element.Td);
            Open(Element.Td);
        }
    }

    private void Open(Element part, string align = "")
    {
        EndLeaf();
        if (align.Length > 0)
            _output.Append('<').Append(AllowedElements.NameOf(part)).Append(" class=\"").Append(align).Append("\" dir=\"auto\">");
        else if (part.IsCell || part == Element.Li) WriteStartWithDirection(part);
        else WriteStart(part);
        Push(part);
    }

    private void Push(Element kind)
    {
        _containers[^1].HasContent = true;
        _containers.Add(new OpenContainer(kind, kind.IsCell ? _wanted.Count : -1));
    }

    /// <summary>A list brings an item, a table a section, a row and a cell: there must be room for these too.</summary>
    private bool HasDepthFor(Element container)
    {
        var levels = container == Element.Table ? 4 : container.IsList ? 2 : 1;
        var open = _containers[^1].Kind;
        var implied = open.IsList ? 1 : open.IsTablePart ? 3 : 0;
        var fits = _containers.Count - 1 + levels + implied <= _limits.MaxDepth;
        Trimmed |= !fits;
        return fits;
    }

    private int Find(Element kind, Func<Element, bool> stopAt)
    {
        for (var i = _containers.Count - 1; i > 0; i--)
        {
            if (_containers[i].Kind == kind) return i;
            if (stopAt(_containers[i].Kind)) return -1;
        }
        return -1;
    }

    private void CloseDownTo(int index)
    {
        while (_containers.Count > index) CloseContainer();
    }

    private void CloseContainer()
    {
        EndLeaf();
        var closed = _containers[^1];
        _containers.RemoveAt(_containers.Count - 1);
        WriteEnd(closed.Kind);
        if (closed.Kind.IsCell && _wanted.Count > closed.InlinesBefore)
            _wanted.RemoveRange(closed.InlinesBefore, _wanted.Count - closed.InlinesBefore);
    }
}
