namespace Leaderful.Mime;

/// <summary>Something in a message that is not as the standards want it, or that was left out. The message is readable all the same.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Where">The place: a header field's name, or a part such as <c>part 1.2</c>; <c>message</c> for the whole.</param>
/// <param name="What">One sentence for a person.</param>
public readonly record struct MailProblem(MailProblemKind Kind, string Where, string What);
