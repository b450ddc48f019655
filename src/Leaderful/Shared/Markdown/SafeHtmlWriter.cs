using System.Text;

namespace Leaderful.Shared.Markdown;

/// <summary>
/// Writes HTML in one normal form, whatever order it is asked in: containers hold blocks, blocks hold running text,
/// nothing overlaps, nothing is empty, everything is closed. A browser therefore builds exactly the tree that was
/// written (no reparenting, no foreign content, no raw text), and rebuilding the result gives the result.
/// </summary>
internal sealed partial class SafeHtmlWriter
{
    /// <summary>Room for closing whatever is open when the cap strikes.</summary>
    private const int Reserve = 2048;

    private readonly StringBuilder _output;
    private readonly HtmlLimits _limits;
    private readonly int _cap;
    private bool _full;

    public SafeHtmlWriter(HtmlLimits limits, int inputLength)
    {
        _limits = limits;
        _cap = HtmlLimits.MaxOutput(inputLength) - Reserve;
        _output = new StringBuilder(inputLength + (inputLength / 2) + 64);
        _containers.Add(new OpenContainer(Element.None, 0));
    }

    /// <summary>Something was flattened or left out.</summary>
    public bool Trimmed { get; private set; }

    public string Finish()
    {
        while (_containers.Count > 1) CloseContainer();
        EndLeaf();
        return _output.ToString();
    }

    /// <summary>Each piece asks first, with the most it can write; after the first refusal nothing more is written.</summary>
    private bool HasRoomFor(int length)
    {
        _full |= _output.Length + length > _cap;
        Trimmed |= _full;
        return !_full;
    }

    private void WriteStart(Element element) => _output.Append('<').Append(AllowedElements.NameOf(element)).Append('>');

    private void WriteStartWithDirection(Element element) =>
        _output.Append('<').Append(AllowedElements.NameOf(element)).Append(" dir=\"auto\">");

    private void WriteEnd(Element element) => _output.Append("</").Append(AllowedElements.NameOf(element)).Append('>');
}
