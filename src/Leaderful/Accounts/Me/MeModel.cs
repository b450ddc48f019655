using Leaderful.Care;
using Leaderful.Data;
using Leaderful.Notes;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Accounts;

/// <summary>What this place keeps of a person, as they see it themselves.</summary>
public sealed record MeModel(Form Form, IReadOnlyList<Passkey> Passkeys, IReadOnlyList<Device> Devices)
{
    public IReadOnlyList<OldName> OldNames { get; init; } = [];
    public IReadOnlyList<OneAside> Aside { get; init; } = [];
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Which of their passkeys open their own notes.</summary>
    public NoteOpeners Openers { get; init; } = NoteOpeners.None;

    /// <summary>Whether they are reminded by mail of what they promised.</summary>
    public bool WantsReminders { get; init; }

    /// <summary>The address they asked to change to and have not confirmed.</summary>
    public string? NewEmail { get; init; }
}

public static class MeQueries
{
    public static async Task<MeModel> Me(this Db db, Session me, Form form, AboutMe about)
    {
        var seenAfter = about.Now - DeviceCookie.Lasts;
        return new MeModel(
            form,
            await db.The<Passkey>().Where(p => p.PersonId == me.PersonId && p.RemovedAt == null).OrderBy(p => p.CreatedAt).ToListAsync(),
            await db.The<Device>().Where(d => d.PersonId == me.PersonId && d.EndedAt == null && d.LastSeenAt > seenAfter)
                .OrderByDescending(d => d.LastSeenAt).ThenByDescending(d => d.SignedInAt).ToListAsync())
        {
            OldNames = await db.OldNamesOf(me, about.Hasher),
            Aside = await db.AsideOf(me),
            Languages = about.Languages,
            Openers = await db.OpenersOf(me.PersonId),
            WantsReminders = await db.The<Person>().AnyAsync(p => p.Id == me.PersonId && p.RemindersStoppedAt == null),
            NewEmail = await db.The<CapabilityLink>()
                .Where(l => l.PersonId == me.PersonId && l.Purpose == LinkPurpose.EmailChange && l.EndedAt == null && l.ExpiresAt > about.Now)
                .OrderByDescending(l => l.CreatedAt).Select(l => l.Email).FirstOrDefaultAsync(),
        };
    }
}

/// <summary>What one must know to say what is known of somebody.</summary>
public sealed class AboutMe(AddressHasher hasher, Languages languages, TimeProvider time)
{
    public AddressHasher Hasher => hasher;
    public DateTime Now => time.Utc();
    public IReadOnlyList<string> Languages { get; } = [.. languages.Names.Where(l => !l.StartsWith("qps", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
