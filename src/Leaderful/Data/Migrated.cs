using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Leaderful.Data;

public static class Migrated
{
    /// <summary>
    /// Whether the database has the newest of its migrations. Asked plainly: EF would make its model first, which is most of a start.
    /// </summary>
    public static async Task<bool> IsMigrated(this Db db)
    {
        var newest = typeof(Db).Assembly.GetTypes()
            .Where(t => t.BaseType == typeof(Migration) && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == db.GetType())
            .Max(t => t.GetCustomAttribute<MigrationAttribute>()!.Id)!;
        try
        {
            return await db.Ask($"""SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = {newest}""", row => row.Number(0)) is [_];
        }
        catch (DbException)
        {
            // There is no database yet, or nothing in it.
            return false;
        }
    }
}
