using Microsoft.EntityFrameworkCore.Migrations;

namespace Leaderful.People;

/// <summary>For the migration that gave entries the rung of their things: what was said before it gets it too.</summary>
public static class PortraitRungs
{
    public static void KeepPortraitRungs(this MigrationBuilder migration) => migration.Sql(
        """UPDATE portrait_entries SET "ScopeId" = (SELECT t."ScopeId" FROM things t WHERE t."Id" = portrait_entries."Id");""");
}
