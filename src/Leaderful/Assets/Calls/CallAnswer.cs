using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Leaderful.Assets.Calls;

/// <summary>Somebody was called, or came upon a call by themselves. That they can help is theirs to say; of whoever says nothing nobody learns.</summary>
public sealed class CallAnswer
{
    public const int LongestLine = 200;

    public Id<Call> CallId { get; init; }
    public Id<Person> PersonId { get; init; }
    public Id<Community> CommunityId { get; init; }

    /// <summary>When it was sent to them; never, where they came upon it.</summary>
    public DateTime? CalledAt { get; init; }
    public DateTime? CanAt { get; private set; }
    public string Line { get; private set; } = "";

    public void Can(string line, DateTime at) => (Line, CanAt) = (line, at);

    public void Cannot() => (Line, CanAt) = ("", null);
}

public sealed class CallAnswerMapping : IEntityTypeConfiguration<CallAnswer>
{
    public void Configure(EntityTypeBuilder<CallAnswer> builder)
    {
        builder.ToTable("call_answers");
        builder.HasKey(a => new { a.CallId, a.PersonId });
        builder.Property(a => a.Line).HasMaxLength(CallAnswer.LongestLine);
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.CommunityId);
        builder.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Community>().WithMany().HasForeignKey(a => a.CommunityId);
    }
}
