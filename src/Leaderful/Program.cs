using Leaderful;
using Leaderful.Accounts;
using Leaderful.Care;
using Leaderful.Circles;
using Leaderful.Communities;
using Leaderful.Communities.Letters;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Demo;
using Leaderful.Drafts;
using Leaderful.Files;
using Leaderful.Following;
using Leaderful.Live;
using Leaderful.Linking;
using Leaderful.Mail;
using Leaderful.Pages;
using Leaderful.People;
using Leaderful.Search;
using Leaderful.Shared.Offline;
using Leaderful.Shared.Parts;
using Leaderful.Mail.Archive;
using Leaderful.Shared;
using Leaderful.Shared.Web;
using Leaderful.Today;

var asked = Commands.Asked(args);
if (asked is { Run: null, Code: var code }) return code;

// A published program finds its own files beside itself, from whichever folder it is started.
var beside = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = beside });
var settings = builder.Configuration.GetSection("Leaderful").Get<Settings>() ?? new Settings();
builder.AddHouse(settings);
builder.Services.AddData(settings);
builder.Services.AddFiles();
builder.Services.AddMail(settings);
builder.Services.AddArchive();
builder.Services.AddAccounts();
builder.Services.AddCommunities();
builder.Services.AddLive();
builder.Services.AddConversations();
builder.Services.AddDrafts();
builder.Services.AddCircles();
builder.Services.AddPeople();
builder.Services.AddCare();
builder.Services.AddFollowing();
builder.Services.AddPages();

await using var app = builder.Build();
await app.Services.MigrateData();
if (asked?.Run is { } command) return await command(app.Services, app.Lifetime.ApplicationStopping);

if (settings.Demo) await app.FillDemo(settings);
app.UseHouse();
app.MapParts();
app.MapOffline();
app.MapFiles();
app.MapMail();
app.MapArchive();
app.MapAccounts();
app.MapCommunities();
app.MapLive();
app.MapConversations();
app.MapDrafts();
app.MapCircles();
app.MapPeople();
app.MapSearch();
app.MapCare();
app.MapFollowing();
app.MapPages();
app.MapThings();
app.MapToday();
if (settings.Demo) app.MapDemo();

await app.RunAsync();
return 0;

public partial class Program;
