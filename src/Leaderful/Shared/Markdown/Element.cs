namespace Leaderful.Shared.Markdown;

/// <summary>What a tag means to us. The order matters: each group is a range.</summary>
internal enum Element : byte
{
    /// <summary>Stripped; its contents stay.</summary>
    None,

    /// <summary>Dropped with its contents.</summary>
    Dropped,

    // Stripped, but they divide: a line of its own, or a paragraph of its own
    Line, Division,

    // Hold running text
    Bare, P, H1, H2, H3, H4, H5, H6, Pre, Summary,

    // Hold blocks
    Ul, Ol, Li, Blockquote, Details, Table, Thead, Tbody, Tr, Td, Th,

    // Running text; the first group survives the end of a block, as it does in browsers
    A, Code, Em, Strong, S,
    Ins, Del, Sub, Sup, Kbd, Abbr, Cite, Q,

    // Stand alone
    Br, Hr, Img, Input,
}

internal static class ElementGroups
{
    extension(Element element)
    {
        public bool IsHeading => element is >= Element.H1 and <= Element.H6;

        public bool IsLeaf => element is >= Element.Bare and <= Element.Summary;

        /// <summary>Text that no block may interrupt: what would, becomes a new line.</summary>
        public bool IsRigid => element is >= Element.H1 and <= Element.Summary;

        public bool IsContainer => element is >= Element.Ul and <= Element.Th;

        public bool IsList => element is Element.Ul or Element.Ol;

        public bool IsCell => element is Element.Td or Element.Th;

        public bool IsTablePart => element is >= Element.Table and <= Element.Tr;

        public bool IsInline => element is >= Element.A and <= Element.Q;

        public bool EndsWithBlock => element is >= Element.Ins and <= Element.Q;
    }
}
