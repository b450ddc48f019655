namespace Leaderful.Mime;

/// <summary>A line between parts.</summary>
/// <param name="Level">Which of the open boundaries it is, counted from the outermost, 0; or -1 for none (the end of the message).</param>
/// <param name="Closes">Whether it is the last one of its multipart.</param>
internal readonly record struct Delimiter(int Level, bool Closes)
{
    public static Delimiter None { get; } = new(-1, Closes: false);
}
