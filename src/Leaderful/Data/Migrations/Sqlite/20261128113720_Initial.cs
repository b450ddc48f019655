using Leaderful.Search;
using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Leaderful.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asset_words",
                columns: table => new
                {
                    EntryId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Word = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsNeed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset_words", x => new { x.EntryId, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "instance",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SetUpById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SetUpAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instance", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    FromName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: true),
                    Calendar = table.Column<string>(type: "TEXT", nullable: true),
                    CalendarMethod = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    About = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "received_mails",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scopes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CircleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OtherPersonId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    ThingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "spent_challenges",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spent_challenges", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "told",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    UpTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "communities",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Joining = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Questions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Dye = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StewardWord = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_communities_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "actors",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AddressHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClaimedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_actors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_actors_actors_ClaimedById",
                        column: x => x.ClaimedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_actors_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circles",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Joining = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_circles_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circles_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PostCount = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenDown = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPostAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    PinnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FeaturedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AboutId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsBeside = table.Column<bool>(type: "INTEGER", nullable: false),
                    SpokenOfAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conversations_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gathering_series",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeUpTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gathering_series", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gathering_series_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_series_gathering_series_FirstId",
                        column: x => x.FirstId,
                        principalTable: "gathering_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_initiatives_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Challenge = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Shows = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stories_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetiredById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_agreements_actors_RetiredById",
                        column: x => x.RetiredById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreements_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "asset_synonyms",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InsteadOfId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TakenDownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenDownById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset_synonyms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_asset_synonyms_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_asset_synonyms_actors_TakenDownById",
                        column: x => x.TakenDownById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_asset_synonyms_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calls",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CallerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    More = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_calls_actors_CallerId",
                        column: x => x.CallerId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_calls_actors_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_calls_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
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
                name: "journal",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    CauseId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Inverse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journal_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_imports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Neighbour = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Read = table.Column<int>(type: "INTEGER", nullable: false),
                    Placed = table.Column<int>(type: "INTEGER", nullable: false),
                    AlreadyHere = table.Column<int>(type: "INTEGER", nullable: false),
                    Unread = table.Column<int>(type: "INTEGER", nullable: false),
                    Mended = table.Column<int>(type: "INTEGER", nullable: false),
                    Files = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mail_imports_actors_StartedById",
                        column: x => x.StartedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mail_imports_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_space_leeways",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_space_leeways", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_space_leeways_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_leeways_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_spaces",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    DrawnAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InterestSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InterestById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_spaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_spaces_actors_InterestById",
                        column: x => x.InterestById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_spaces_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    EmailProvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemindersStoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OperatorSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prompt_sets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetiredById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompt_sets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_prompt_sets_actors_RetiredById",
                        column: x => x.RetiredById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prompt_sets_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prompt_sets_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "significant_changes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_significant_changes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_significant_changes_actors_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_significant_changes_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DoerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ToCircleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ToWords = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OriginId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReleasedWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BarredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TermsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EarlierTerms = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_commitments_actors_DoerId",
                        column: x => x.DoerId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_actors_ReleasedById",
                        column: x => x.ReleasedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_actors_ToActorId",
                        column: x => x.ToActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_circles_ToCircleId",
                        column: x => x.ToCircleId,
                        principalTable: "circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConversationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Sanitizer = table.Column<int>(type: "INTEGER", nullable: false),
                    FileCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ValuedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Born = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedPostId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_posts_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gatherings",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CircleId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Agenda = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Withdrawn = table.Column<string>(type: "TEXT", maxLength: 94, nullable: true),
                    SeriesId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SeriesDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HarvestWhat = table.Column<string>(type: "TEXT", nullable: false),
                    HarvestHow = table.Column<string>(type: "TEXT", nullable: false),
                    HarvestFor = table.Column<string>(type: "TEXT", nullable: false),
                    HarvestBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldOf = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedFor = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gatherings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gatherings_actors_CancelledById",
                        column: x => x.CancelledById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gatherings_circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gatherings_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gatherings_gathering_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "gathering_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "initiative_team",
                columns: table => new
                {
                    InitiativeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiative_team", x => new { x.InitiativeId, x.ActorId });
                    table.ForeignKey(
                        name: "FK_initiative_team_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_initiative_team_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_initiative_team_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "one_to_ones",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WithId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WithName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InitiativeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ThankedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_to_ones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_one_to_ones_actors_WithId",
                        column: x => x.WithId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_one_to_ones_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_one_to_ones_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organizing_sentences",
                columns: table => new
                {
                    InitiativeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    When = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organizing_sentences", x => new { x.InitiativeId, x.Number });
                    table.ForeignKey(
                        name: "FK_organizing_sentences_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_organizing_sentences_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_organizing_sentences_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_moments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoryId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedFor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AllowedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AllowedFor = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsNameless = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Ending = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WrittenFor = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_moments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_story_moments_actors_AskedById",
                        column: x => x.AskedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moments_actors_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moments_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moments_scopes_AllowedFor",
                        column: x => x.AllowedFor,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moments_scopes_AskedFor",
                        column: x => x.AskedFor,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moments_stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_agreement_versions_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_versions_agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "agreements",
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
                name: "unread_mails",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Offset = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unread_mails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_unread_mails_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_unread_mails_mail_imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "mail_imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "brought_agendas",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BroughtById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    Slots = table.Column<string>(type: "TEXT", nullable: false),
                    Places = table.Column<string>(type: "TEXT", nullable: false),
                    TakenBackById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brought_agendas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_brought_agendas_actors_BroughtById",
                        column: x => x.BroughtById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_brought_agendas_actors_TakenBackById",
                        column: x => x.TakenBackById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_brought_agendas_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_brought_agendas_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklist_ticks",
                columns: table => new
                {
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TickedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TickedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checklist_ticks", x => new { x.SpaceId, x.Key });
                    table.ForeignKey(
                        name: "FK_checklist_ticks_actors_TickedById",
                        column: x => x.TickedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_checklist_ticks_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_checklist_ticks_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dot_rounds",
                columns: table => new
                {
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Each = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dot_rounds", x => x.SpaceId);
                    table.ForeignKey(
                        name: "FK_dot_rounds_actors_BegunById",
                        column: x => x.BegunById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dot_rounds_actors_EndedById",
                        column: x => x.EndedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dot_rounds_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dot_rounds_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "givens",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WordedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GoneById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_givens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_givens_actors_GoneById",
                        column: x => x.GoneById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_givens_actors_RemovedById",
                        column: x => x.RemovedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_givens_actors_WordedById",
                        column: x => x.WordedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_givens_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_givens_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_space_places",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: true),
                    Features = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_space_places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_space_places_actors_RemovedById",
                        column: x => x.RemovedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_places_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_places_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_space_roles",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GivenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_space_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_space_roles_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_roles_actors_GivenById",
                        column: x => x.GivenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_roles_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_roles_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_space_slots",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_space_slots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_space_slots_actors_RemovedById",
                        column: x => x.RemovedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_slots_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_slots_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_space_stages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_space_stages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_open_space_stages_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_stages_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_open_space_stages_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlannedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedSpaceAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedFor = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reviews_actors_HeldById",
                        column: x => x.HeldById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_actors_PlannedById",
                        column: x => x.PlannedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_codes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    BegunById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_room_codes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_room_codes_actors_BegunById",
                        column: x => x.BegunById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_room_codes_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_room_codes_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_acceptances",
                columns: table => new
                {
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_acceptances", x => new { x.AgreementId, x.Version, x.PersonId });
                    table.ForeignKey(
                        name: "FK_agreement_acceptances_agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_acceptances_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_acceptances_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call_answers",
                columns: table => new
                {
                    CallId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CalledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CanAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Line = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_answers", x => new { x.CallId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_call_answers_calls_CallId",
                        column: x => x.CallId,
                        principalTable: "calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_call_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_call_answers_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "callable",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callable", x => new { x.PersonId, x.CommunityId });
                    table.ForeignKey(
                        name: "FK_callable_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_callable_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circle_memberships",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CircleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circle_memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_circle_memberships_circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circle_memberships_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circle_memberships_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circle_requests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CircleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnsweredById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circle_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_circle_requests_actors_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circle_requests_circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circle_requests_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_circle_requests_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SignedInAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProvedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_devices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_devices_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Becomes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Stamp = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DeviceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsideAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_drafts_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_drafts_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "join_requests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnsweredById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_join_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_join_requests_actors_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_join_requests_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_join_requests_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_apart",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OtherId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_apart", x => new { x.PersonId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_kept_apart_people_OtherId",
                        column: x => x.OtherId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kept_apart_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StewardSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PutOffUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_memberships_actors_EndedById",
                        column: x => x.EndedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_memberships_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_memberships_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "note_vaults",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mark = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_vaults", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_note_vaults_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Transports = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    IsUserVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_passkeys_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portrait_entries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Facet = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portrait_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_portrait_entries_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "read_marks",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConversationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UpTo = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_read_marks", x => new { x.PersonId, x.ConversationId });
                    table.ForeignKey(
                        name: "FK_read_marks_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_read_marks_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_habits",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RestsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RestsUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Unanswered = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_habits", x => new { x.PersonId, x.CommunityId });
                    table.ForeignKey(
                        name: "FK_round_habits_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_habits_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "set_aside",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OtherId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_set_aside", x => x.Id);
                    table.ForeignKey(
                        name: "FK_set_aside_actors_OtherId",
                        column: x => x.OtherId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_set_aside_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_set_aside_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "things",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AuthorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeletedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_things", x => x.Id);
                    table.ForeignKey(
                        name: "FK_things_actors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_things_actors_DeletedById",
                        column: x => x.DeletedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_things_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_things_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_things_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debrief_conversations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SetId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    BegunById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_debrief_conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_debrief_conversations_actors_BegunById",
                        column: x => x.BegunById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debrief_conversations_actors_ReleasedById",
                        column: x => x.ReleasedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debrief_conversations_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debrief_conversations_prompt_sets_SetId",
                        column: x => x.SetId,
                        principalTable: "prompt_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "preparing_answers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SetId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preparing_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_preparing_answers_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_preparing_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_preparing_answers_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_preparing_answers_prompt_sets_SetId",
                        column: x => x.SetId,
                        principalTable: "prompt_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prompts",
                columns: table => new
                {
                    SetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompts", x => new { x.SetId, x.Key });
                    table.ForeignKey(
                        name: "FK_prompts_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prompts_prompt_sets_SetId",
                        column: x => x.SetId,
                        principalTable: "prompt_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reflections",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    InitiativeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SetId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reflections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reflections_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reflections_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reflections_prompt_sets_SetId",
                        column: x => x.SetId,
                        principalTable: "prompt_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_choices",
                columns: table => new
                {
                    ChangeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoryId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_choices", x => new { x.ChangeId, x.Round, x.ById });
                    table.ForeignKey(
                        name: "FK_change_choices_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_choices_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_choices_significant_changes_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "significant_changes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_choices_stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_stories",
                columns: table => new
                {
                    ChangeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoryId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_stories", x => new { x.ChangeId, x.StoryId });
                    table.ForeignKey(
                        name: "FK_change_stories_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_stories_significant_changes_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "significant_changes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_stories_stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_check_ins",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommitmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_check_ins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_commitment_check_ins_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_check_ins_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_check_ins_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_terms",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommitmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UntilAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_terms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_commitment_terms_actors_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_terms_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_terms_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchanges",
                columns: table => new
                {
                    CommitmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EntryId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Gives = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchanges", x => x.CommitmentId);
                    table.ForeignKey(
                        name: "FK_exchanges_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_exchanges_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pledges",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommitmentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pledges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pledges_actors_RemovedById",
                        column: x => x.RemovedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledges_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledges_commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledges_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledges_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_cases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_care_cases_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_cases_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_entries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConversationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubjectKey = table.Column<long>(type: "INTEGER", nullable: true),
                    IsReply = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mail_entries_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mail_entries_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mail_entries_mail_imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "mail_imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mail_entries_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CircleId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mentions_circles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "circles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentions_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentions_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_revisions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_post_revisions_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "valued_posts",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_valued_posts", x => new { x.PersonId, x.PostId });
                    table.ForeignKey(
                        name: "FK_valued_posts_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_valued_posts_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gathering_answers",
                columns: table => new
                {
                    GatheringId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Coming = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredOf = table.Column<int>(type: "INTEGER", nullable: true),
                    WasThereAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gathering_answers", x => new { x.GatheringId, x.ActorId });
                    table.ForeignKey(
                        name: "FK_gathering_answers_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_answers_gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gathering_invitations",
                columns: table => new
                {
                    GatheringId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gathering_invitations", x => new { x.GatheringId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_gathering_invitations_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_invitations_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_invitations_gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gathering_invitations_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "one_to_one_requests",
                columns: table => new
                {
                    OneToOneId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_to_one_requests", x => x.OneToOneId);
                    table.ForeignKey(
                        name: "FK_one_to_one_requests_actors_OtherId",
                        column: x => x.OtherId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_one_to_one_requests_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_one_to_one_requests_one_to_ones_OneToOneId",
                        column: x => x.OneToOneId,
                        principalTable: "one_to_ones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposed_times",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OneToOneId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposed_times", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposed_times_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_proposed_times_one_to_ones_OneToOneId",
                        column: x => x.OneToOneId,
                        principalTable: "one_to_ones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_parts",
                columns: table => new
                {
                    OneToOneId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Passed = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    PassedWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlannerDoes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlannerBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OtherDoes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OtherBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Referral = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Brings = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    LastById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlannerConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OtherConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PlannerTells = table.Column<bool>(type: "INTEGER", nullable: false),
                    OtherTells = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_parts", x => x.OneToOneId);
                    table.ForeignKey(
                        name: "FK_shared_parts_actors_LastById",
                        column: x => x.LastById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_shared_parts_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_shared_parts_one_to_ones_OneToOneId",
                        column: x => x.OneToOneId,
                        principalTable: "one_to_ones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_moment_steps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MomentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ScopeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_moment_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_story_moment_steps_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moment_steps_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moment_steps_scopes_ScopeId",
                        column: x => x.ScopeId,
                        principalTable: "scopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_story_moment_steps_story_moments_MomentId",
                        column: x => x.MomentId,
                        principalTable: "story_moments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_answers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GivenId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fixedness = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Was = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    WasWordedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WasWordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WasUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_given_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_given_answers_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_answers_actors_WasWordedById",
                        column: x => x.WasWordedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_answers_givens_GivenId",
                        column: x => x.GivenId,
                        principalTable: "givens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_answers_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_askings",
                columns: table => new
                {
                    GivenId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_given_askings", x => new { x.GivenId, x.ActorId });
                    table.ForeignKey(
                        name: "FK_given_askings_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_askings_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_askings_givens_GivenId",
                        column: x => x.GivenId,
                        principalTable: "givens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_given_askings_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ConvenerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Convener = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SlotId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlaceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Moves = table.Column<int>(type: "INTEGER", nullable: false),
                    MovedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OverrunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverrunById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetiredById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MergedIntoId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MergedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SplitFromId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsAction = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReportAskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_topics_actors_ConvenerId",
                        column: x => x.ConvenerId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_actors_MergedById",
                        column: x => x.MergedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_actors_MovedById",
                        column: x => x.MovedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_actors_OverrunById",
                        column: x => x.OverrunById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_actors_RetiredById",
                        column: x => x.RetiredById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_open_space_places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "open_space_places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_open_space_slots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "open_space_slots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_topics_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topics_topics_SplitFromId",
                        column: x => x.SplitFromId,
                        principalTable: "topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "join_replies",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_join_replies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_join_replies_join_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "join_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "private_notes",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ThingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", maxLength: 65536, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_notes", x => new { x.PersonId, x.ThingId });
                    table.ForeignKey(
                        name: "FK_private_notes_note_vaults_PersonId",
                        column: x => x.PersonId,
                        principalTable: "note_vaults",
                        principalColumn: "PersonId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "note_ways",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PasskeyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    Iterations = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_ways", x => x.Id);
                    table.ForeignKey(
                        name: "FK_note_ways_note_vaults_PersonId",
                        column: x => x.PersonId,
                        principalTable: "note_vaults",
                        principalColumn: "PersonId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_note_ways_passkeys_PasskeyId",
                        column: x => x.PasskeyId,
                        principalTable: "passkeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ThingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    InText = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BroughtById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TakenOffAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenOffById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachments_actors_BroughtById",
                        column: x => x.BroughtById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_actors_TakenOffById",
                        column: x => x.TakenOffById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_things_ThingId",
                        column: x => x.ThingId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "capability_links",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ThingId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    CreatedById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MaxUses = table.Column<int>(type: "INTEGER", nullable: true),
                    Uses = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_capability_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_capability_links_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_capability_links_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_capability_links_things_ThingId",
                        column: x => x.ThingId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follows",
                columns: table => new
                {
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ThingId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follows", x => new { x.PersonId, x.ThingId });
                    table.ForeignKey(
                        name: "FK_follows_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_follows_things_ThingId",
                        column: x => x.ThingId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guest_passes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RoomId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_passes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_guest_passes_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_passes_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_passes_things_RoomId",
                        column: x => x.RoomId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "links",
                columns: table => new
                {
                    FromId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ToId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "pages",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AboutId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Head = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Beside = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TemplateAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TemplateById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WelcomeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WelcomeById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pages_actors_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pages_actors_TemplateById",
                        column: x => x.TemplateById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pages_actors_WelcomeById",
                        column: x => x.WelcomeById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pages_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pages_things_AboutId",
                        column: x => x.AboutId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    JoinBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MeetBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PairedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PairedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rounds_actors_PairedById",
                        column: x => x.PairedById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_rounds_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_rounds_things_OnId",
                        column: x => x.OnId,
                        principalTable: "things",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debrief_answers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DebriefId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_debrief_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_debrief_answers_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debrief_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_debrief_answers_debrief_conversations_DebriefId",
                        column: x => x.DebriefId,
                        principalTable: "debrief_conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prompt_translations",
                columns: table => new
                {
                    SetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OutdatedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompt_translations", x => new { x.SetId, x.Key, x.Language });
                    table.ForeignKey(
                        name: "FK_prompt_translations_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prompt_translations_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prompt_translations_prompts_SetId_Key",
                        columns: x => new { x.SetId, x.Key },
                        principalTable: "prompts",
                        principalColumns: new[] { "SetId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pledge_notes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PledgeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WrittenById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pledge_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pledge_notes_actors_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledge_notes_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pledge_notes_pledges_PledgeId",
                        column: x => x.PledgeId,
                        principalTable: "pledges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_answers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_care_answers_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_answers_care_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "care_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_decisions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgreementVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_care_decisions_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_decisions_agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_decisions_care_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "care_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_reports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgreementVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_care_reports_actors_ById",
                        column: x => x.ById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_reports_agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_care_reports_care_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "care_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TopicId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attendances_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attendances_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attendances_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topic_dots",
                columns: table => new
                {
                    TopicId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_dots", x => new { x.TopicId, x.ActorId });
                    table.ForeignKey(
                        name: "FK_topic_dots_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topic_dots_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topic_dots_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topic_dots_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topic_marks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TopicId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_marks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_topic_marks_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topic_marks_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_topic_marks_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LinkId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Whose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_calendar_feeds_capability_links_LinkId",
                        column: x => x.LinkId,
                        principalTable: "capability_links",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_calendar_feeds_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_calendar_feeds_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_mentions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_mentions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_page_mentions_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_page_mentions_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_states",
                columns: table => new
                {
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_states", x => x.PageId);
                    table.ForeignKey(
                        name: "FK_page_states_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_updates",
                columns: table => new
                {
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_updates", x => new { x.PageId, x.Number });
                    table.ForeignKey(
                        name: "FK_page_updates_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_page_versions_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_page_versions_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_writers",
                columns: table => new
                {
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Client = table.Column<long>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BroughtBackById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_page_writers", x => new { x.PageId, x.Client });
                    table.ForeignKey(
                        name: "FK_page_writers_actors_ActorId",
                        column: x => x.ActorId,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_page_writers_actors_BroughtBackById",
                        column: x => x.BroughtBackById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_page_writers_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passages",
                columns: table => new
                {
                    ConversationId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Start = table.Column<byte[]>(type: "BLOB", nullable: false),
                    End = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Instead = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passages", x => x.ConversationId);
                    table.ForeignKey(
                        name: "FK_passages_actors_TakenById",
                        column: x => x.TakenById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_passages_conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_passages_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_reports",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_session_reports_actors_BegunById",
                        column: x => x.BegunById,
                        principalTable: "actors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_session_reports_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_session_reports_open_spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "open_spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_session_reports_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_reflections",
                columns: table => new
                {
                    PageId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    InitiativeId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_reflections", x => x.PageId);
                    table.ForeignKey(
                        name: "FK_team_reflections_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_team_reflections_initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_team_reflections_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_answers",
                columns: table => new
                {
                    RoundId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    InAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Pair = table.Column<int>(type: "INTEGER", nullable: true),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Met = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_answers", x => new { x.RoundId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_round_answers_communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_answers_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_answers_rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "actors",
                columns: new[] { "Id", "AddressHash", "ClaimedAt", "ClaimedById", "CommunityId", "ErasedAt", "Kind", "Name", "PersonId" },
                values: new object[] { new byte[] { 0, 0, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, 0, 0, 16 }, null, null, null, null, null, "House", "Leaderful", null });

            migrationBuilder.InsertData(
                table: "scopes",
                columns: new[] { "Id", "CircleId", "CommunityId", "Kind", "OtherPersonId", "PersonId" },
                values: new object[,]
                {
                    { new byte[] { 0, 0, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, 0, 0, 1 }, null, null, "Network", null, null },
                    { new byte[] { 0, 0, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, 0, 0, 2 }, null, null, "Public", null, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_actors_AddressHash",
                table: "actors",
                column: "AddressHash");

            migrationBuilder.CreateIndex(
                name: "IX_actors_ClaimedById",
                table: "actors",
                column: "ClaimedById");

            migrationBuilder.CreateIndex(
                name: "IX_actors_CommunityId_AddressHash",
                table: "actors",
                columns: new[] { "CommunityId", "AddressHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreement_acceptances_CommunityId",
                table: "agreement_acceptances",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_acceptances_PersonId",
                table: "agreement_acceptances",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_versions_AgreementId_Number",
                table: "agreement_versions",
                columns: new[] { "AgreementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreement_versions_WrittenById",
                table: "agreement_versions",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_CommunityId",
                table: "agreements",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_RetiredById",
                table: "agreements",
                column: "RetiredById");

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
                name: "IX_asset_synonyms_ById",
                table: "asset_synonyms",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_asset_synonyms_CommunityId",
                table: "asset_synonyms",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_asset_synonyms_InsteadOfId",
                table: "asset_synonyms",
                column: "InsteadOfId",
                filter: "\"InsteadOfId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_asset_synonyms_TakenDownById",
                table: "asset_synonyms",
                column: "TakenDownById");

            migrationBuilder.CreateIndex(
                name: "IX_asset_words_ScopeId_Word_EntryId_PersonId_IsNeed",
                table: "asset_words",
                columns: new[] { "ScopeId", "Word", "EntryId", "PersonId", "IsNeed" });

            migrationBuilder.CreateIndex(
                name: "IX_attachments_BroughtById",
                table: "attachments",
                column: "BroughtById",
                filter: "\"BroughtById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_CommunityId",
                table: "attachments",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_PersonId",
                table: "attachments",
                column: "PersonId",
                filter: "\"PersonId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_TakenOffById",
                table: "attachments",
                column: "TakenOffById");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_ThingId_Number",
                table: "attachments",
                columns: new[] { "ThingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attendances_ActorId",
                table: "attendances",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_attendances_CommunityId",
                table: "attendances",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_attendances_TopicId_ActorId",
                table: "attendances",
                columns: new[] { "TopicId", "ActorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_brought_agendas_BroughtById",
                table: "brought_agendas",
                column: "BroughtById");

            migrationBuilder.CreateIndex(
                name: "IX_brought_agendas_CommunityId",
                table: "brought_agendas",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_brought_agendas_SpaceId",
                table: "brought_agendas",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_brought_agendas_TakenBackById",
                table: "brought_agendas",
                column: "TakenBackById");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_CommunityId",
                table: "calendar_feeds",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_LinkId",
                table: "calendar_feeds",
                column: "LinkId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_PersonId",
                table: "calendar_feeds",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_call_answers_CommunityId",
                table: "call_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_call_answers_PersonId",
                table: "call_answers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_callable_CommunityId",
                table: "callable",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_calls_CallerId",
                table: "calls",
                column: "CallerId");

            migrationBuilder.CreateIndex(
                name: "IX_calls_ClosedById",
                table: "calls",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_calls_CommunityId_EndsAt",
                table: "calls",
                columns: new[] { "CommunityId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_CommunityId_Purpose",
                table: "capability_links",
                columns: new[] { "CommunityId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_CreatedById_CreatedAt",
                table: "capability_links",
                columns: new[] { "CreatedById", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_Email",
                table: "capability_links",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_PersonId",
                table: "capability_links",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_ThingId",
                table: "capability_links",
                column: "ThingId",
                filter: "\"ThingId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_capability_links_TokenHash",
                table: "capability_links",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_care_answers_ById",
                table: "care_answers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_care_answers_CaseId_At",
                table: "care_answers",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_care_cases_CommunityId_WaitingSince",
                table: "care_cases",
                columns: new[] { "CommunityId", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_care_cases_PostId",
                table: "care_cases",
                column: "PostId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_care_decisions_AgreementId",
                table: "care_decisions",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_care_decisions_ById",
                table: "care_decisions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_care_decisions_CaseId_At",
                table: "care_decisions",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_care_decisions_CommunityId_At",
                table: "care_decisions",
                columns: new[] { "CommunityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_care_reports_AgreementId",
                table: "care_reports",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_care_reports_ById",
                table: "care_reports",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_care_reports_CaseId_ById",
                table: "care_reports",
                columns: new[] { "CaseId", "ById" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_change_choices_ById",
                table: "change_choices",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_change_choices_CommunityId",
                table: "change_choices",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_change_choices_StoryId",
                table: "change_choices",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_change_stories_CommunityId",
                table: "change_stories",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_change_stories_StoryId",
                table: "change_stories",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_checklist_ticks_CommunityId",
                table: "checklist_ticks",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_checklist_ticks_TickedById",
                table: "checklist_ticks",
                column: "TickedById");

            migrationBuilder.CreateIndex(
                name: "IX_circle_memberships_CircleId_PersonId",
                table: "circle_memberships",
                columns: new[] { "CircleId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_circle_memberships_CommunityId",
                table: "circle_memberships",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_circle_memberships_PersonId",
                table: "circle_memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_circle_requests_AnsweredById",
                table: "circle_requests",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_circle_requests_CircleId_PersonId",
                table: "circle_requests",
                columns: new[] { "CircleId", "PersonId" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_circle_requests_CommunityId",
                table: "circle_requests",
                column: "CommunityId",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_circle_requests_PersonId",
                table: "circle_requests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_circles_CommunityId",
                table: "circles",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_circles_ScopeId",
                table: "circles",
                column: "ScopeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commitment_check_ins_ById",
                table: "commitment_check_ins",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_check_ins_CommitmentId_At",
                table: "commitment_check_ins",
                columns: new[] { "CommitmentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_check_ins_CommunityId",
                table: "commitment_check_ins",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_terms_ChangedById",
                table: "commitment_terms",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_terms_CommitmentId_UntilAt",
                table: "commitment_terms",
                columns: new[] { "CommitmentId", "UntilAt" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_terms_CommunityId",
                table: "commitment_terms",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_CommunityId",
                table: "commitments",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_DoerId",
                table: "commitments",
                column: "DoerId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_OriginId",
                table: "commitments",
                column: "OriginId",
                filter: "\"OriginId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_ReleasedById",
                table: "commitments",
                column: "ReleasedById");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_ToActorId",
                table: "commitments",
                column: "ToActorId",
                filter: "\"ToActorId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_ToCircleId",
                table: "commitments",
                column: "ToCircleId",
                filter: "\"ToCircleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_communities_ScopeId",
                table: "communities",
                column: "ScopeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_communities_Slug",
                table: "communities",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversations_AboutId",
                table: "conversations",
                column: "AboutId",
                filter: "\"AboutId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_FeaturedAt",
                table: "conversations",
                columns: new[] { "CommunityId", "FeaturedAt" },
                filter: "\"FeaturedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_LastPostAt_Id",
                table: "conversations",
                columns: new[] { "CommunityId", "LastPostAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_CommunityId_PinnedAt",
                table: "conversations",
                columns: new[] { "CommunityId", "PinnedAt" },
                filter: "\"PinnedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_answers_CommunityId",
                table: "debrief_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_answers_DebriefId_Key",
                table: "debrief_answers",
                columns: new[] { "DebriefId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_debrief_answers_WrittenById",
                table: "debrief_answers",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_conversations_BegunById",
                table: "debrief_conversations",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_conversations_CommunityId",
                table: "debrief_conversations",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_conversations_ReleasedById",
                table: "debrief_conversations",
                column: "ReleasedById");

            migrationBuilder.CreateIndex(
                name: "IX_debrief_conversations_SetId",
                table: "debrief_conversations",
                column: "SetId");

            migrationBuilder.CreateIndex(
                name: "IX_devices_PersonId",
                table: "devices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_devices_TokenHash",
                table: "devices",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dot_rounds_BegunById",
                table: "dot_rounds",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_dot_rounds_CommunityId",
                table: "dot_rounds",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_dot_rounds_EndedById",
                table: "dot_rounds",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_CommunityId",
                table: "drafts",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_KeptAt",
                table: "drafts",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_PersonId_CommunityId_Subject",
                table: "drafts",
                columns: new[] { "PersonId", "CommunityId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_drafts_PersonId_Subject",
                table: "drafts",
                columns: new[] { "PersonId", "Subject" },
                unique: true,
                filter: "\"AsideAt\" IS NULL AND \"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_CommunityId",
                table: "exchanges",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_EntryId",
                table: "exchanges",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_follows_ThingId",
                table: "follows",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_answers_ActorId",
                table: "gathering_answers",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_answers_CommunityId",
                table: "gathering_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_invitations_ById",
                table: "gathering_invitations",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_invitations_CommunityId",
                table: "gathering_invitations",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_invitations_PersonId",
                table: "gathering_invitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_series_CommunityId",
                table: "gathering_series",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_gathering_series_FirstId",
                table: "gathering_series",
                column: "FirstId",
                filter: "\"FirstId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_gatherings_CancelledById",
                table: "gatherings",
                column: "CancelledById");

            migrationBuilder.CreateIndex(
                name: "IX_gatherings_CircleId",
                table: "gatherings",
                column: "CircleId",
                filter: "\"CircleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_gatherings_CommunityId_EndsAt",
                table: "gatherings",
                columns: new[] { "CommunityId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_gatherings_SeriesId_SeriesDay",
                table: "gatherings",
                columns: new[] { "SeriesId", "SeriesDay" },
                filter: "\"SeriesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_given_answers_ById",
                table: "given_answers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_given_answers_CommunityId",
                table: "given_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_given_answers_GivenId",
                table: "given_answers",
                column: "GivenId");

            migrationBuilder.CreateIndex(
                name: "IX_given_answers_SpaceId",
                table: "given_answers",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_given_answers_WasWordedById",
                table: "given_answers",
                column: "WasWordedById");

            migrationBuilder.CreateIndex(
                name: "IX_given_askings_ActorId",
                table: "given_askings",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_given_askings_CommunityId",
                table: "given_askings",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_given_askings_SpaceId",
                table: "given_askings",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_givens_CommunityId",
                table: "givens",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_givens_GoneById",
                table: "givens",
                column: "GoneById");

            migrationBuilder.CreateIndex(
                name: "IX_givens_RemovedById",
                table: "givens",
                column: "RemovedById");

            migrationBuilder.CreateIndex(
                name: "IX_givens_SpaceId",
                table: "givens",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_givens_WordedById",
                table: "givens",
                column: "WordedById");

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
                name: "IX_guest_passes_ActorId",
                table: "guest_passes",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_passes_CommunityId",
                table: "guest_passes",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_passes_RoomId",
                table: "guest_passes",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_passes_TokenHash",
                table: "guest_passes",
                column: "TokenHash",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_initiative_team_ActorId",
                table: "initiative_team",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_team_CommunityId",
                table: "initiative_team",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_CommunityId",
                table: "initiatives",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_join_replies_RequestId_Number",
                table: "join_replies",
                columns: new[] { "RequestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_join_requests_AnsweredById",
                table: "join_requests",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_join_requests_CommunityId_PersonId",
                table: "join_requests",
                columns: new[] { "CommunityId", "PersonId" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_join_requests_PersonId",
                table: "join_requests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_journal_ActorId",
                table: "journal",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_journal_CommunityId_At",
                table: "journal",
                columns: new[] { "CommunityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_Subject",
                table: "journal",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_kept_apart_OtherId",
                table: "kept_apart",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_links_CommunityId",
                table: "links",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_links_ToId",
                table: "links",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_mail_entries_CommunityId_SubjectKey_At",
                table: "mail_entries",
                columns: new[] { "CommunityId", "SubjectKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_entries_ConversationId",
                table: "mail_entries",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_mail_entries_ImportId",
                table: "mail_entries",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_mail_entries_PostId",
                table: "mail_entries",
                column: "PostId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_imports_CommunityId_StartedAt",
                table: "mail_imports",
                columns: new[] { "CommunityId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_imports_StartedById",
                table: "mail_imports",
                column: "StartedById");

            migrationBuilder.CreateIndex(
                name: "IX_mails_About",
                table: "mails",
                column: "About",
                filter: "\"About\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mails_SentAt",
                table: "mails",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_mails_To",
                table: "mails",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_CommunityId_NameKey_PersonId",
                table: "memberships",
                columns: new[] { "CommunityId", "NameKey", "PersonId" },
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_CommunityId_PersonId",
                table: "memberships",
                columns: new[] { "CommunityId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_memberships_EndedById",
                table: "memberships",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_PersonId",
                table: "memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_Stewards",
                table: "memberships",
                column: "CommunityId",
                filter: "\"StewardSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mentions_CircleId_CommunityId_Id",
                table: "mentions",
                columns: new[] { "CircleId", "CommunityId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_mentions_PersonId_CommunityId_Id",
                table: "mentions",
                columns: new[] { "PersonId", "CommunityId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_mentions_PostId",
                table: "mentions",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_note_ways_PasskeyId",
                table: "note_ways",
                column: "PasskeyId");

            migrationBuilder.CreateIndex(
                name: "IX_note_ways_PersonId",
                table: "note_ways",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_one_to_one_requests_CommunityId",
                table: "one_to_one_requests",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_one_to_one_requests_OtherId",
                table: "one_to_one_requests",
                column: "OtherId",
                filter: "\"OtherId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_one_to_ones_CommunityId",
                table: "one_to_ones",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_one_to_ones_InitiativeId",
                table: "one_to_ones",
                column: "InitiativeId",
                filter: "\"InitiativeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_one_to_ones_WithId",
                table: "one_to_ones",
                column: "WithId",
                filter: "\"WithId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_leeways_CommunityId",
                table: "open_space_leeways",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_leeways_WrittenById",
                table: "open_space_leeways",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_places_CommunityId",
                table: "open_space_places",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_places_RemovedById",
                table: "open_space_places",
                column: "RemovedById");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_places_SpaceId",
                table: "open_space_places",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_roles_ActorId",
                table: "open_space_roles",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_roles_CommunityId",
                table: "open_space_roles",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_roles_GivenById",
                table: "open_space_roles",
                column: "GivenById");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_roles_SpaceId_ActorId_Part",
                table: "open_space_roles",
                columns: new[] { "SpaceId", "ActorId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_open_space_slots_CommunityId",
                table: "open_space_slots",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_slots_RemovedById",
                table: "open_space_slots",
                column: "RemovedById");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_slots_SpaceId",
                table: "open_space_slots",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_stages_ById",
                table: "open_space_stages",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_stages_CommunityId",
                table: "open_space_stages",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_space_stages_SpaceId",
                table: "open_space_stages",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_open_spaces_CommunityId",
                table: "open_spaces",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_open_spaces_InterestById",
                table: "open_spaces",
                column: "InterestById");

            migrationBuilder.CreateIndex(
                name: "IX_organizing_sentences_ById",
                table: "organizing_sentences",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_organizing_sentences_CommunityId",
                table: "organizing_sentences",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_DueAt",
                table: "outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_page_mentions_PageId_PersonId",
                table: "page_mentions",
                columns: new[] { "PageId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_page_mentions_PersonId_CommunityId",
                table: "page_mentions",
                columns: new[] { "PersonId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_page_versions_ActorId",
                table: "page_versions",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_page_versions_PageId_Number",
                table: "page_versions",
                columns: new[] { "PageId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_page_writers_ActorId",
                table: "page_writers",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_page_writers_BroughtBackById",
                table: "page_writers",
                column: "BroughtBackById");

            migrationBuilder.CreateIndex(
                name: "IX_pages_AboutId",
                table: "pages",
                column: "AboutId",
                filter: "\"AboutId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pages_ClosedById",
                table: "pages",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_pages_CommunityId_WrittenAt",
                table: "pages",
                columns: new[] { "CommunityId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pages_TemplateById",
                table: "pages",
                column: "TemplateById");

            migrationBuilder.CreateIndex(
                name: "IX_pages_templates",
                table: "pages",
                column: "CommunityId",
                filter: "\"TemplateAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pages_welcome",
                table: "pages",
                column: "CommunityId",
                unique: true,
                filter: "\"WelcomeAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pages_WelcomeById",
                table: "pages",
                column: "WelcomeById");

            migrationBuilder.CreateIndex(
                name: "IX_passages_PageId_Version",
                table: "passages",
                columns: new[] { "PageId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_passages_TakenById",
                table: "passages",
                column: "TakenById",
                filter: "\"TakenById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_CredentialId",
                table: "passkeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_PersonId",
                table: "passkeys",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_people_ActorId",
                table: "people",
                column: "ActorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_EmailKey",
                table: "people",
                column: "EmailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_ScopeId",
                table: "people",
                column: "ScopeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pledge_notes_CommunityId",
                table: "pledge_notes",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_pledge_notes_PledgeId",
                table: "pledge_notes",
                column: "PledgeId");

            migrationBuilder.CreateIndex(
                name: "IX_pledge_notes_WrittenById",
                table: "pledge_notes",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_pledges_CommitmentId",
                table: "pledges",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_pledges_CommunityId",
                table: "pledges",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_pledges_RemovedById",
                table: "pledges",
                column: "RemovedById");

            migrationBuilder.CreateIndex(
                name: "IX_pledges_SpaceId",
                table: "pledges",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_pledges_WrittenById",
                table: "pledges",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_portrait_entries_PersonId_Facet",
                table: "portrait_entries",
                columns: new[] { "PersonId", "Facet" });

            migrationBuilder.CreateIndex(
                name: "IX_portrait_entries_ScopeId_Facet_Id",
                table: "portrait_entries",
                columns: new[] { "ScopeId", "Facet", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_post_revisions_PostId_ReplacedAt",
                table: "post_revisions",
                columns: new[] { "PostId", "ReplacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_ConversationId_Number",
                table: "posts",
                columns: new[] { "ConversationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_posts_ConversationId_Version",
                table: "posts",
                columns: new[] { "ConversationId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_MovedPostId",
                table: "posts",
                column: "MovedPostId",
                filter: "\"MovedPostId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_preparing_answers_CommunityId",
                table: "preparing_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_preparing_answers_SetId",
                table: "preparing_answers",
                column: "SetId");

            migrationBuilder.CreateIndex(
                name: "IX_preparing_answers_SpaceId_Key",
                table: "preparing_answers",
                columns: new[] { "SpaceId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preparing_answers_WrittenById",
                table: "preparing_answers",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_prompt_sets_CommunityId_Key_Number",
                table: "prompt_sets",
                columns: new[] { "CommunityId", "Key", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prompt_sets_RetiredById",
                table: "prompt_sets",
                column: "RetiredById");

            migrationBuilder.CreateIndex(
                name: "IX_prompt_sets_WrittenById",
                table: "prompt_sets",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_prompt_translations_CommunityId",
                table: "prompt_translations",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_prompt_translations_WrittenById",
                table: "prompt_translations",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_prompts_CommunityId",
                table: "prompts",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_proposed_times_CommunityId",
                table: "proposed_times",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_proposed_times_OneToOneId",
                table: "proposed_times",
                column: "OneToOneId");

            migrationBuilder.CreateIndex(
                name: "IX_read_marks_ConversationId",
                table: "read_marks",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_From",
                table: "received_mails",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_Key",
                table: "received_mails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_ReceivedAt",
                table: "received_mails",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_reflections_CommunityId",
                table: "reflections",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_reflections_InitiativeId",
                table: "reflections",
                column: "InitiativeId",
                filter: "\"InitiativeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reflections_SetId",
                table: "reflections",
                column: "SetId",
                filter: "\"SetId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_CommunityId",
                table: "reviews",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_HeldById",
                table: "reviews",
                column: "HeldById");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_PlannedById",
                table: "reviews",
                column: "PlannedById");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_SpaceId_Day",
                table: "reviews",
                columns: new[] { "SpaceId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_room_codes_BegunById",
                table: "room_codes",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_room_codes_Code",
                table: "room_codes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_room_codes_CommunityId",
                table: "room_codes",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_room_codes_SpaceId",
                table: "room_codes",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_round_answers_CommunityId",
                table: "round_answers",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_round_answers_PersonId",
                table: "round_answers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_round_habits_CommunityId",
                table: "round_habits",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_CommunityId",
                table: "rounds",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_OnId",
                table: "rounds",
                column: "OnId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_PairedById",
                table: "rounds",
                column: "PairedById");

            migrationBuilder.CreateIndex(
                name: "IX_scopes_OtherPersonId",
                table: "scopes",
                column: "OtherPersonId",
                filter: "\"OtherPersonId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_scopes_PersonId",
                table: "scopes",
                column: "PersonId",
                filter: "\"PersonId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_search_entries_ThingId",
                table: "search_entries",
                column: "ThingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_reports_BegunById",
                table: "session_reports",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_session_reports_CommunityId",
                table: "session_reports",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_session_reports_PageId",
                table: "session_reports",
                column: "PageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_reports_SpaceId",
                table: "session_reports",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_set_aside_CommunityId",
                table: "set_aside",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_set_aside_OtherId",
                table: "set_aside",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_set_aside_PersonId_CommunityId_OtherId",
                table: "set_aside",
                columns: new[] { "PersonId", "CommunityId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_parts_CommunityId",
                table: "shared_parts",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_parts_LastById",
                table: "shared_parts",
                column: "LastById");

            migrationBuilder.CreateIndex(
                name: "IX_significant_changes_ClosedById",
                table: "significant_changes",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_significant_changes_CommunityId",
                table: "significant_changes",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_spent_challenges_SpentAt",
                table: "spent_challenges",
                column: "SpentAt");

            migrationBuilder.CreateIndex(
                name: "IX_stories_CommunityId",
                table: "stories",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_story_moment_steps_ById",
                table: "story_moment_steps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_story_moment_steps_CommunityId",
                table: "story_moment_steps",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_story_moment_steps_MomentId",
                table: "story_moment_steps",
                column: "MomentId");

            migrationBuilder.CreateIndex(
                name: "IX_story_moment_steps_ScopeId",
                table: "story_moment_steps",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_AllowedFor",
                table: "story_moments",
                column: "AllowedFor");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_AskedById",
                table: "story_moments",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_AskedFor",
                table: "story_moments",
                column: "AskedFor");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_CommunityId",
                table: "story_moments",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_OwnerId",
                table: "story_moments",
                column: "OwnerId",
                filter: "\"OwnerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_story_moments_StoryId",
                table: "story_moments",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_team_reflections_CommunityId",
                table: "team_reflections",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_team_reflections_InitiativeId",
                table: "team_reflections",
                column: "InitiativeId");

            migrationBuilder.CreateIndex(
                name: "IX_things_AuthorId",
                table: "things",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_things_CommunityId_Kind",
                table: "things",
                columns: new[] { "CommunityId", "Kind" });

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

            migrationBuilder.CreateIndex(
                name: "IX_things_ScopeId",
                table: "things",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_topic_dots_ActorId",
                table: "topic_dots",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_topic_dots_CommunityId",
                table: "topic_dots",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_topic_dots_SpaceId_ActorId",
                table: "topic_dots",
                columns: new[] { "SpaceId", "ActorId" });

            migrationBuilder.CreateIndex(
                name: "IX_topic_marks_ActorId",
                table: "topic_marks",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_topic_marks_CommunityId",
                table: "topic_marks",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_topic_marks_TopicId_ActorId",
                table: "topic_marks",
                columns: new[] { "TopicId", "ActorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_topics_CommunityId",
                table: "topics",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_topics_ConvenerId",
                table: "topics",
                column: "ConvenerId",
                filter: "\"ConvenerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_topics_MergedById",
                table: "topics",
                column: "MergedById");

            migrationBuilder.CreateIndex(
                name: "IX_topics_MergedIntoId",
                table: "topics",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_topics_MovedById",
                table: "topics",
                column: "MovedById");

            migrationBuilder.CreateIndex(
                name: "IX_topics_OverrunById",
                table: "topics",
                column: "OverrunById");

            migrationBuilder.CreateIndex(
                name: "IX_topics_PlaceId",
                table: "topics",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_topics_RetiredById",
                table: "topics",
                column: "RetiredById");

            migrationBuilder.CreateIndex(
                name: "IX_topics_SlotId",
                table: "topics",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_topics_SpaceId_Number",
                table: "topics",
                columns: new[] { "SpaceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_topics_SpaceId_Version",
                table: "topics",
                columns: new[] { "SpaceId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_topics_SplitFromId",
                table: "topics",
                column: "SplitFromId");

            migrationBuilder.CreateIndex(
                name: "IX_unread_mails_CommunityId",
                table: "unread_mails",
                column: "CommunityId");

            migrationBuilder.CreateIndex(
                name: "IX_unread_mails_ImportId_Number",
                table: "unread_mails",
                columns: new[] { "ImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_valued_posts_PostId",
                table: "valued_posts",
                column: "PostId");

            migrationBuilder.CreateSearchWords();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropSearchWords();

            migrationBuilder.DropTable(
                name: "agreement_acceptances");

            migrationBuilder.DropTable(
                name: "agreement_versions");

            migrationBuilder.DropTable(
                name: "archive_uploads");

            migrationBuilder.DropTable(
                name: "asset_synonyms");

            migrationBuilder.DropTable(
                name: "asset_words");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "brought_agendas");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "call_answers");

            migrationBuilder.DropTable(
                name: "callable");

            migrationBuilder.DropTable(
                name: "care_answers");

            migrationBuilder.DropTable(
                name: "care_decisions");

            migrationBuilder.DropTable(
                name: "care_reports");

            migrationBuilder.DropTable(
                name: "change_choices");

            migrationBuilder.DropTable(
                name: "change_stories");

            migrationBuilder.DropTable(
                name: "checklist_ticks");

            migrationBuilder.DropTable(
                name: "circle_memberships");

            migrationBuilder.DropTable(
                name: "circle_requests");

            migrationBuilder.DropTable(
                name: "commitment_check_ins");

            migrationBuilder.DropTable(
                name: "commitment_terms");

            migrationBuilder.DropTable(
                name: "debrief_answers");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "dot_rounds");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "exchanges");

            migrationBuilder.DropTable(
                name: "follows");

            migrationBuilder.DropTable(
                name: "gathering_answers");

            migrationBuilder.DropTable(
                name: "gathering_invitations");

            migrationBuilder.DropTable(
                name: "given_answers");

            migrationBuilder.DropTable(
                name: "given_askings");

            migrationBuilder.DropTable(
                name: "guest_passes");

            migrationBuilder.DropTable(
                name: "guest_rows");

            migrationBuilder.DropTable(
                name: "initiative_team");

            migrationBuilder.DropTable(
                name: "instance");

            migrationBuilder.DropTable(
                name: "join_replies");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "kept_apart");

            migrationBuilder.DropTable(
                name: "links");

            migrationBuilder.DropTable(
                name: "mail_entries");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "mentions");

            migrationBuilder.DropTable(
                name: "note_ways");

            migrationBuilder.DropTable(
                name: "one_to_one_requests");

            migrationBuilder.DropTable(
                name: "open_space_leeways");

            migrationBuilder.DropTable(
                name: "open_space_roles");

            migrationBuilder.DropTable(
                name: "open_space_stages");

            migrationBuilder.DropTable(
                name: "organizing_sentences");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "page_mentions");

            migrationBuilder.DropTable(
                name: "page_states");

            migrationBuilder.DropTable(
                name: "page_updates");

            migrationBuilder.DropTable(
                name: "page_versions");

            migrationBuilder.DropTable(
                name: "page_writers");

            migrationBuilder.DropTable(
                name: "passages");

            migrationBuilder.DropTable(
                name: "pledge_notes");

            migrationBuilder.DropTable(
                name: "portrait_entries");

            migrationBuilder.DropTable(
                name: "post_revisions");

            migrationBuilder.DropTable(
                name: "preparing_answers");

            migrationBuilder.DropTable(
                name: "private_notes");

            migrationBuilder.DropTable(
                name: "prompt_translations");

            migrationBuilder.DropTable(
                name: "proposed_times");

            migrationBuilder.DropTable(
                name: "read_marks");

            migrationBuilder.DropTable(
                name: "received_mails");

            migrationBuilder.DropTable(
                name: "reflections");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "room_codes");

            migrationBuilder.DropTable(
                name: "round_answers");

            migrationBuilder.DropTable(
                name: "round_habits");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "session_reports");

            migrationBuilder.DropTable(
                name: "set_aside");

            migrationBuilder.DropTable(
                name: "shared_parts");

            migrationBuilder.DropTable(
                name: "spent_challenges");

            migrationBuilder.DropTable(
                name: "story_moment_steps");

            migrationBuilder.DropTable(
                name: "team_reflections");

            migrationBuilder.DropTable(
                name: "told");

            migrationBuilder.DropTable(
                name: "topic_dots");

            migrationBuilder.DropTable(
                name: "topic_marks");

            migrationBuilder.DropTable(
                name: "unread_mails");

            migrationBuilder.DropTable(
                name: "valued_posts");

            migrationBuilder.DropTable(
                name: "capability_links");

            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "care_cases");

            migrationBuilder.DropTable(
                name: "significant_changes");

            migrationBuilder.DropTable(
                name: "debrief_conversations");

            migrationBuilder.DropTable(
                name: "gatherings");

            migrationBuilder.DropTable(
                name: "givens");

            migrationBuilder.DropTable(
                name: "guest_lists");

            migrationBuilder.DropTable(
                name: "join_requests");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "pledges");

            migrationBuilder.DropTable(
                name: "note_vaults");

            migrationBuilder.DropTable(
                name: "prompts");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "one_to_ones");

            migrationBuilder.DropTable(
                name: "story_moments");

            migrationBuilder.DropTable(
                name: "pages");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "mail_imports");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "gathering_series");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "prompt_sets");

            migrationBuilder.DropTable(
                name: "initiatives");

            migrationBuilder.DropTable(
                name: "stories");

            migrationBuilder.DropTable(
                name: "things");

            migrationBuilder.DropTable(
                name: "open_space_places");

            migrationBuilder.DropTable(
                name: "open_space_slots");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "circles");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "open_spaces");

            migrationBuilder.DropTable(
                name: "actors");

            migrationBuilder.DropTable(
                name: "communities");

            migrationBuilder.DropTable(
                name: "scopes");
        }
    }
}
