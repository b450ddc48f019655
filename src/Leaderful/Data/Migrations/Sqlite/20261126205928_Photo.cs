using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Photo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<byte[]>(
                name: "CommunityId",
                table: "attachments",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AddColumn<byte[]>(
                name: "PersonId",
                table: "attachments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_attachments_PersonId",
                table: "attachments",
                column: "PersonId",
                filter: "\"PersonId\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_attachments_people_PersonId",
                table: "attachments",
                column: "PersonId",
                principalTable: "people",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_attachments_people_PersonId",
                table: "attachments");

            migrationBuilder.DropIndex(
                name: "IX_attachments_PersonId",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "attachments");

            migrationBuilder.AlterColumn<byte[]>(
                name: "CommunityId",
                table: "attachments",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);
        }
    }
}
