using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Bringing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "archive_uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StoppedById = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_archive_uploads_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_archive_uploads_actors_StoppedById",
                        column: x => x.StoppedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_archive_uploads_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_archive_uploads_mail_imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "mail_imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guest_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Columns = table.Column<List<string>>(type: "text[]", nullable: false),
                    EmailColumn = table.Column<int>(type: "integer", nullable: false),
                    NameColumn = table.Column<int>(type: "integer", nullable: true),
                    MoreNameColumn = table.Column<int>(type: "integer", nullable: true),
                    StartedById = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Lasting = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Origin = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Invited = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_lists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_guest_lists_actors_MadeById",
                        column: x => x.MadeById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_lists_actors_StartedById",
                        column: x => x.StartedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_lists_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guest_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Cells = table.Column<List<string>>(type: "text[]", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    Trouble = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MendedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftOutAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PassedOverAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MailId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_rows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_guest_rows_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_rows_guest_lists_ListId",
                        column: x => x.ListId,
                        principalTable: "guest_lists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_archive_uploads_ById",
                table: "archive_uploads",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_archive_uploads_CommunityId",
                table: "archive_uploads",
                column: "CommunityId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_archive_uploads_ImportId",
                table: "archive_uploads",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_archive_uploads_StoppedById",
                table: "archive_uploads",
                column: "StoppedById");

            migrationBuilder.CreateIndex(
                name: "IX_guest_lists_CommunityId_MadeAt",
                table: "guest_lists",
                columns: new[] { "CommunityId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_guest_lists_MadeById",
                table: "guest_lists",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_guest_lists_StartedById",
                table: "guest_lists",
                column: "StartedById");

            migrationBuilder.CreateIndex(
                name: "IX_guest_rows_CommunityId",
                table: "guest_rows",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_rows_EmailKey",
                table: "guest_rows",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_guest_rows_ListId_Number",
                table: "guest_rows",
                columns: new[] { "ListId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_uploads");

            migrationBuilder.DropTable(
                name: "guest_rows");

            migrationBuilder.DropTable(
                name: "guest_lists");
        }
    }
}
