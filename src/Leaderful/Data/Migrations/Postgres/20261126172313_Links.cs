using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AboutId",
                table: "conversations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SpokenOfAt",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "links",
                columns: table => new
                {
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_links", x => new { x.FromId, x.ToId });
                    table.ForeignKey(
                        name: "FK_links_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_links_things_FromId",
                        column: x => x.FromId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_links_things_ToId",
                        column: x => x.ToId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_AboutId",
                table: "conversations",
                column: "AboutId",
                filter: "\"AboutId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_links_CommunityId",
                table: "links",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_links_ToId",
                table: "links",
                column: "ToId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "links");

            migrationBuilder.DropIndex(
                name: "IX_conversations_AboutId",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "AboutId",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "SpokenOfAt",
                table: "conversations");
        }
    }
}
