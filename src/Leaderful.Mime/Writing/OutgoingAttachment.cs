namespace Leaderful.Mime;

/// <summary>A file to send along.</summary>
/// <param name="FileName">The name offered to the reader; sanitised when written.</param>
/// <param name="MediaType">Such as <c>text/calendar</c>: type and subtype only.</param>
/// <param name="Content">The bytes.</param>
public sealed record OutgoingAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content);
