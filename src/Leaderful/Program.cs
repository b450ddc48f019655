using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Demo;
using Leaderful.Live;
using Leaderful.Mail;
using Leaderful.Shared.Web;
using Leaderful;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Leaderful").Get<Settings>() ?? new Settings();
builder.AddHouse(settings);
builder.Services.AddData(settings);
builder.Services.AddMail(settings);
builder.Services.AddAccounts();
builder.Services.AddLive();
builder.Services.AddConversations();

var app = builder.Build();
await app.Services.MigrateData();
if (settings.Demo) await app.FillDemo(settings);
app.UseHouse();
app.MapMail();
app.MapAccounts();
app.MapCommunities();
app.MapLive();
app.MapConversations();
if (settings.Demo) app.MapDemo();

await app.RunAsync();

public partial class Program;
