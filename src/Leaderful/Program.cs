using Leaderful;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Live;
using Leaderful.Shared.Web;

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
app.UseHouse();
app.MapMail();
app.MapAccounts();
app.MapCommunities();
app.MapLive();
app.MapConversations();

await app.RunAsync();

public partial class Program;
