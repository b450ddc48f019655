namespace Leaderful.OneToOnes.Asking;

/// <summary>How somebody was asked to meet.</summary>
public enum ReachedBy { InPerson, Phone, Mail, Link }
