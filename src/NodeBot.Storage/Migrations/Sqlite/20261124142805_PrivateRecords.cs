using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NodeBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrivateRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "private_records",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeleteAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemindAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "private_codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_codes", x => x.Code);
                    table.ForeignKey(
                        name: "FK_private_codes_private_records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "private_records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "private_holders",
                columns: table => new
                {
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_holders", x => new { x.Holder, x.RecordId });
                    table.ForeignKey(
                        name: "FK_private_holders_private_records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "private_records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_private_codes_RecordId",
                table: "private_codes",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_private_holders_RecordId",
                table: "private_holders",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_private_records_DeleteAt",
                table: "private_records",
                column: "DeleteAt");

            migrationBuilder.CreateIndex(
                name: "IX_private_records_RemindAt",
                table: "private_records",
                column: "RemindAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "private_codes");

            migrationBuilder.DropTable(
                name: "private_holders");

            migrationBuilder.DropTable(
                name: "private_records");
        }
    }
}
