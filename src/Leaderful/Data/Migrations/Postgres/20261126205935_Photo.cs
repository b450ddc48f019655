using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Photo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "CommunityId",
                table: "attachments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "attachments",
                type: "uuid",
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

            migrationBuilder.AlterColumn<Guid>(
                name: "CommunityId",
                table: "attachments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
