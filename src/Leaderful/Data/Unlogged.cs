using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Leaderful.Data;

public static class Unlogged
{
    /// <summary>What fails is thrown, and whoever catches it knows whether it is news: a form sent twice is not.</summary>
    public static DbContextOptionsBuilder LeaveLogging(this DbContextOptionsBuilder options) => options.ConfigureWarnings(w => w
        // Whoever counts up to a number takes any so many.
        .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
        .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug)));
}
