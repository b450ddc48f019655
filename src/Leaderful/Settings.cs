namespace Leaderful;

/// <summary>What whoever runs the instance can set, from <c>Leaderful:…</c> in the environment, the command line or appsettings.json.</summary>
public sealed class Settings
{
    /// <summary>Where everything lasting is: database, attachments, keys, mail that has nowhere to go.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>A connection string; empty for SQLite in the data folder.</summary>
    public string Postgres { get; init; } = "";

    /// <summary>The address people reach the instance at, for links in mails; empty for the one it was set up at.</summary>
    public string Address { get; init; } = "";

    /// <summary>An SMTP server as <c>smtp://user:password@host:587</c> (or <c>smtps://</c>); empty to keep mails in the data folder.</summary>
    public string Smtp { get; init; } = "";

    /// <summary>A PEM file with the mail server's certificate, or with that of whoever vouches for it, where the world does not.</summary>
    public string SmtpCertificate { get; init; } = "";
    public string MailFrom { get; init; } = "leaderful@localhost";

    /// <summary>The address mail comes in at, such as <c>answers@leaderful.example</c>; empty where none does.</summary>
    public string MailIn { get; init; } = "";

    /// <summary>What whoever hands in mail over the web says to be let in; empty to take none that way.</summary>
    public string MailInSecret { get; init; } = "";

    /// <summary>Keep what sent mails say and let operators read it at <c>/dev/mail</c>, for trying things out.</summary>
    public bool ShowMail { get; init; }

    /// <summary>A name under which to serve TLS ourselves, for a hall's network; empty behind a web server or on localhost.</summary>
    public string Host { get; init; } = "";

    /// <summary>Fill an empty instance with a lived-in community.</summary>
    public bool Demo { get; init; }

    /// <summary>The Chromium that makes PDF files; empty for the one that is found where it is mostly installed, <c>none</c> for none.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>No rate limits: for load generators on this machine only.</summary>
    public bool Unlimited { get; init; }

    public string DatabaseFile => Path.Combine(DataFolder, "leaderful.db");
    public string BlobFolder => Path.Combine(DataFolder, "blobs");
    public string KeyFolder => Path.Combine(DataFolder, "keys");
    public string MailFolder => Path.Combine(DataFolder, "mail");
}
