using Leaderful;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared.Parts;
using Leaderful.Shared.Web;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Leaderful").Get<Settings>() ?? new Settings();
builder.AddHouse(settings);
builder.Services.AddData(settings);
builder.Services.AddAccounts();

var app = builder.Build();
await app.Services.MigrateData();
app.UseHouse();
app.MapParts();
app.MapCommunities();

await app.RunAsync();

public partial class Program;
