using Leaderful.Accounts.Guests;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.OpenSpace.Preparing;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.OpenSpace.Room;

/// <summary>
/// How much may be brought by guests, who are known by a name alone: counted from what is kept of theirs, also of those who left since.
/// Members have no such bound.
/// </summary>
public static class GuestFiles
{
    public const int MostEach = 40;
    public const long MostBytesEach = 100_000_000;
    public const int MostTogether = 1_000;
    public const long MostBytesTogether = 2_000_000_000;

    /// <summary>What keeps somebody from bringing this much more, in a sentence.</summary>
    public static async Task<string?> KeptFromBringing(this Db db, RoomGuest? guest, long size, Words words)
    {
        if (guest is null) return null;
        var all = db.The<Attachment>().Where(a => db.The<GuestPass>().Any(p => p.RoomId == guest.RoomId && p.ActorId == a.BroughtById));
        if (await IsFull(all.Where(a => a.BroughtById == guest.ActorId), size, MostEach, MostBytesEach))
            return words.Say("room.wrong.files-yours", ("n", MostEach), ("most", FileSize.Of(MostBytesEach, words)));
        return await IsFull(all, size, MostTogether, MostBytesTogether) ? words["room.wrong.files-all"] : null;
    }

    /// <summary>Asked again within the write, the room held: of two who bring the last one at once, the second is kept from it.</summary>
    public static async Task<string?> KeptFromBringing(this Unit unit, RoomGuest? guest, KeptFile? file, Words words)
    {
        if (guest is null || file is null) return null;
        await unit.HoldFrame(guest.RoomId.As<Space>());
        return await unit.Db.KeptFromBringing(guest, file.Size, words);
    }

    private static async Task<bool> IsFull(IQueryable<Attachment> files, long size, int most, long mostBytes) =>
        await files.CountAsync() >= most || await files.SumAsync(a => a.Size) + size > mostBytes;
}
