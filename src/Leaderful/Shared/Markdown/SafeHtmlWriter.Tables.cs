namespace Leaderful.Shared.Markdown;

/// <summary>Tables have their sections, rows and cells, whichever of them an author left out.</summary>
internal sealed partial class SafeHtmlWriter
{
    /// <param name="part">A section, row or cell.</param>
    /// <param name="align">Empty, or one of the classes we know.</param>
    public void StartTablePart(Element part, string align = "")
    {
        var table = Find(Element.Table, stopAt: _ => false);
        if (table < 0 || _flattened[(int)Element.Table] > 0 || !HasRoomFor(128))
        {
            Divide();
            return;
        }
        CloseDownTo(FirstAtOrBelow(table, part));
        FillUpTo(part);
        Open(part, align);
    }

    private void FillUpTo(Element part)
    {
        if (part is Element.Thead or Element.Tbody) return;
        if (_containers[^1].Kind == Element.Table) Open(Element.Tbody);
        if (part.IsCell && _containers[^1].Kind is Element.Thead or Element.Tbody) Open(Element.Tr);
    }

    /// <summary>The part that a new one of this kind ends: a cell ends a cell, a row ends a row.</summary>
    private int FirstAtOrBelow(int table, Element part)
    {
        for (var i = table + 1; i < _containers.Count; i++)
            if (Level(_containers[i].Kind) >= Level(part)) return i;
        return _containers.Count;
    }

    private static int Level(Element kind) => kind switch
    {
        Element.Thead or Element.Tbody => 1,
        Element.Tr => 2,
        _ => 3,
    };
}
