using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "MovedPostId",
                table: "posts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ClosedById",
                table: "conversations",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FeaturedAt",
                table: "conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedAt",
                table: "conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_posts_MovedPostId",
                table: "posts",
                column: "MovedPostId",
                filter: "\"MovedPostId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_FeaturedAt",
                table: "conversations",
                columns: new[] { "CommunityId", "FeaturedAt" },
                filter: "\"FeaturedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_PinnedAt",
                table: "conversations",
                columns: new[] { "CommunityId", "PinnedAt" },
                filter: "\"PinnedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_posts_MovedPostId",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "IX_conversations_CommunityId_FeaturedAt",
                table: "conversations");

            migrationBuilder.DropIndex(
                name: "IX_conversations_CommunityId_PinnedAt",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "MovedPostId",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "FeaturedAt",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "conversations");
        }
    }
}
