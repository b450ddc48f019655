using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Leaderful.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LeanIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_things_DeletedAt",
                table: "things");

            migrationBuilder.DropIndex(
                name: "IX_things_DeletedById",
                table: "things");

            migrationBuilder.DropIndex(
                name: "IX_things_PersonId",
                table: "things");

            migrationBuilder.CreateIndex(
                name: "IX_things_DeletedAt",
                table: "things",
                column: "DeletedAt",
                filter: "\"DeletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_things_DeletedById",
                table: "things",
                column: "DeletedById",
                filter: "\"DeletedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_things_PersonId",
                table: "things",
                column: "PersonId",
                filter: "\"PersonId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_things_DeletedAt",
                table: "things");

            migrationBuilder.DropIndex(
                name: "IX_things_DeletedById",
                table: "things");

            migrationBuilder.DropIndex(
                name: "IX_things_PersonId",
                table: "things");

            migrationBuilder.CreateIndex(
                name: "IX_things_DeletedAt",
                table: "things",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_things_DeletedById",
                table: "things",
                column: "DeletedById");

            migrationBuilder.CreateIndex(
                name: "IX_things_PersonId",
                table: "things",
                column: "PersonId");
        }
    }
}
