using Leaderful.People;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookedFor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_conversations_CommunityId_LastPostAt",
                table: "conversations");

            migrationBuilder.AddColumn<byte[]>(
                name: "ScopeId",
                table: "portrait_entries",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "memberships",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_portrait_entries_ScopeId",
                table: "portrait_entries",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_CommunityId_NameKey_PersonId",
                table: "memberships",
                columns: new[] { "CommunityId", "NameKey", "PersonId" },
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_Stewards",
                table: "memberships",
                column: "CommunityId",
                filter: "\"StewardSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_LastPostAt_Id",
                table: "conversations",
                columns: new[] { "CommunityId", "LastPostAt", "Id" });

            migrationBuilder.KeepPortraitRungs();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_portrait_entries_ScopeId",
                table: "portrait_entries");

            migrationBuilder.DropIndex(
                name: "IX_memberships_CommunityId_NameKey_PersonId",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_memberships_Stewards",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_conversations_CommunityId_LastPostAt_Id",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "ScopeId",
                table: "portrait_entries");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "memberships");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_LastPostAt",
                table: "conversations",
                columns: new[] { "CommunityId", "LastPostAt" });
        }
    }
}
