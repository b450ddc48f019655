using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Sqlite
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StoppedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    EmailColumn = table.Column<int>(type: "INTEGER", nullable: false),
                    NameColumn = table.Column<int>(type: "INTEGER", nullable: true),
                    MoreNameColumn = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Lasting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Invited = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ListId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PassedOverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true)
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
