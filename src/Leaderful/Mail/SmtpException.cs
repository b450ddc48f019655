namespace Leaderful.Mail;

/// <summary>The mail server answered something else than we need; it may be otherwise later.</summary>
public sealed class SmtpException : Exception
{
    public SmtpException() { }

    public SmtpException(string message) : base(message) { }

    public SmtpException(string message, Exception inner) : base(message, inner) { }
}
