using System.Net;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Mail;
using Leaderful.Tests.Files;
using Leaderful.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class DepartureTests
{
    [Fact]
    public async Task Whoever_goes_leaves_nothing_that_lets_anybody_in()
    {
        await using var world = await Fresh();
        await world.Anyone().Post("/sign-in", ("email", "ruth@millbrook.example"), ("return", "/"));
        var link = await world.LinkTo("ruth@millbrook.example");
        using var authenticator = new Authenticator();
        var options = await world.Ruth.Post("/me/passkeys/options");
        await world.Ruth.Post("/me/passkeys", ("credential", authenticator.Create(options.Text)), ("name", "Phone"));

        var gone = await world.Ruth.Submit(await world.Ruth.Get("/me/departure"), "/me/departure");

        Assert.Equal("You have left", gone.Heading);
        Assert.StartsWith("/sign-in", (await world.Ruth.Get("/me")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await world.Anyone().Post(link)).Status);
        var visitor = world.Anyone();
        var signIn = await visitor.Post("/sign-in/passkey/options");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/sign-in/passkey", ("credential", authenticator.Get(signIn.Text)), ("return", "/"))).Status);
        Assert.Contains("deleted", await world.MailTo("ruth@millbrook.example"), StringComparison.Ordinal);
        Assert.Equal(1, await world.Read(db => db.The<QueuedMail>().CountAsync(m => m.To == "ruth@millbrook.example")));
        var person = await world.Read(db => db.The<Person>().SingleAsync(p => p.Id == world.Ruth.Person.Id));
        Assert.Equal(("", true), (person.Email, person.LeftAt is not null));
    }

    [Fact]
    public async Task No_table_keeps_a_row_of_somebody_who_left_but_those_that_must()
    {
        await using var world = await Fresh();
        await world.Ruth.Show(MadePictures.Png(), Scope.Public);
        await world.Ruth.Submit(await world.Ruth.Get("/me/departure"), "/me/departure");
        var kept = await world.Read(async db =>
        {
            var tables = new List<string>();
            foreach (var (entity, property) in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(Id<Person>) || p.ClrType == typeof(Id<Person>?)).Select(p => (e, p))))
                if (await (Task<bool>)typeof(DepartureTests).GetMethod(nameof(Has))!.MakeGenericMethod(entity.ClrType).Invoke(null, [db, property.Name, world.Ruth.Person.Id])!)
                    tables.Add($"{entity.GetTableName()}.{property.Name}");
            return tables.Order(StringComparer.Ordinal).ToList();
        });
        Assert.Equal(["actors.PersonId", "memberships.PersonId", "people.Id", "scopes.PersonId"], kept);
    }

    [Fact]
    public async Task Words_that_stay_stand_under_nobodys_name()
    {
        await using var world = await Fresh();
        var (_, post) = await Say(world, world.Ruth, "What the night shift knows", "Ask the porters.");
        await Go(world.Ruth, "kept");
        var text = await world.Read(db => db.The<Post>().SingleAsync(p => p.Id == post));
        Assert.Equal("Ask the porters.", text.Text);
        var name = await world.Read(db => db.The<Actor>().SingleAsync(a => a.Id == world.Ruth.Person.ActorId));
        Assert.Equal(("", true), (name.Name, name.ErasedAt is not null));
        Assert.All(await world.Read(db => db.The<Membership>().Where(m => m.PersonId == world.Ruth.Person.Id).Select(m => m.NameKey).ToListAsync()), key => Assert.Equal(" ", key));
    }

    [Fact]
    public async Task Words_that_are_erased_are_gone_with_all_their_versions_and_others_stay()
    {
        await using var world = await Fresh();
        var (own, post) = await Say(world, world.Ruth, "Only mine", "Mine alone.");
        var (shared, first) = await Say(world, world.Ruth, "Ours", "Mine in ours.");
        var answer = await Reply(world, world.Ines, shared, "An answer.");
        await world.Writes.Do(unit => unit.Db.Add(new PostRevision
        {
            Id = Id<PostRevision>.New(), CommunityId = world.Millbrook.Id, PostId = first, Text = "An earlier word.", WrittenAt = unit.Now, ReplacedAt = unit.Now,
        }));
        var before = await VersionOf(world, shared);

        await Go(world.Ruth, "erased");

        var mine = await world.Read(db => db.The<Post>().Where(p => p.Id == post || p.Id == first).ToListAsync());
        Assert.All(mine, p => Assert.Equal(("", ""), (p.Text, p.Html)));
        Assert.False(await world.Read(db => db.The<PostRevision>().AnyAsync()));
        Assert.Equal("An answer.", (await world.Read(db => db.The<Post>().SingleAsync(p => p.Id == answer))).Text);
        var things = await world.Read(db => db.The<Thing>().Where(t => t.DeletedAt != null).Select(t => t.Id).ToListAsync());
        Assert.Equal(new[] { post.As<Thing>(), first.As<Thing>(), own.As<Thing>() }.Order(Comparer<Id<Thing>>.Create((a, b) => a.Value.CompareTo(b.Value))), things.OrderBy(t => t.Value));
        Assert.Equal("", (await world.Read(db => db.The<Conversation>().SingleAsync(c => c.Id == own))).Title);
        Assert.Equal("Ours", (await world.Read(db => db.The<Conversation>().SingleAsync(c => c.Id == shared))).Title);
        Assert.True(await VersionOf(world, shared) > before);
        Assert.Equal(await VersionOf(world, shared), mine.Single(p => p.Id == first).Version);
    }

    [Fact]
    public async Task Nobody_puts_back_the_empty_place_of_words_that_are_erased()
    {
        await using var world = await Fresh();
        var (own, _) = await Say(world, world.Ruth, "Only mine", "Mine alone.");
        var (shared, _) = await Say(world, world.Ines, "Ours", "Hers.");
        var mine = await Reply(world, world.Ruth, shared, "Mine in hers.");
        await world.Ines.Post($"/c/millbrook/conversations/{own}/deletion");
        await world.Ines.Post($"/c/millbrook/conversations/{shared}/posts/2/deletion");
        await Go(world.Ruth, "erased");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"/c/millbrook/conversations/{own}/restoration")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Ines.Post($"/c/millbrook/conversations/{shared}/posts/2/restoration")).Status);
        Assert.Equal("", (await world.Read(db => db.The<Conversation>().SingleAsync(c => c.Id == own))).Title);
        Assert.NotNull((await world.Read(db => db.The<Thing>().SingleAsync(t => t.Id == mine.As<Thing>()))).DeletedAt);
    }

    [Fact]
    public async Task The_last_steward_is_asked_first_and_may_hand_over_or_say_they_know()
    {
        await using var world = await Fresh();
        var asked = await world.Ines.Post("/me/departure", ("words", "kept"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.NotNull(asked.Page.QuerySelector("a[href='/c/millbrook/stewards']"));
        Assert.NotNull(asked.Page.QuerySelector("#alone-w"));
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get("/me")).Status);
        Assert.Equal("/farewell", (await world.Ines.Post("/me/departure", ("words", "kept"), ("alone", "on"))).Location);

        await world.Join(world.Samir, world.Harbour);
        await world.Writes.Do(async unit => (await unit.MembershipOf(world.Harbour.Id, world.Tove.Person.Id))!.BecomeSteward(unit.Now));
        Assert.Equal("/farewell", (await world.Hanna.Post("/me/departure", ("words", "kept"))).Location);
    }

    [Fact]
    public async Task Of_two_last_stewards_who_go_at_once_one_is_asked()
    {
        await using var world = await Fresh();
        await world.Writes.Do(async unit => (await unit.MembershipOf(world.Millbrook.Id, world.Ruth.Person.Id))!.BecomeSteward(unit.Now));
        await world.Join(world.Samir, world.Millbrook);
        var answers = await Task.WhenAll(new[] { world.Ines, world.Ruth }.Select(v => v.Post("/me/departure", ("words", "kept"))));
        Assert.Single(answers, a => a.Location == "/farewell");
        Assert.Single(answers, a => a.Status == HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_last_operator_names_another()
    {
        await using var world = await Fresh();
        await world.Writes.Do(async unit => (await unit.ThePerson(world.Samir.Person.Id)).OperatorSince = unit.Now);
        await world.Writes.Do(unit => unit.Tell(Streams.Of(world.Samir.Person.Id)));
        Assert.NotNull((await world.Samir.Get("/me/departure")).Page.QuerySelector("#successor"));
        foreach (var nobody in new[] { "", "nobody@nowhere.example", "samir@elsewhere.example" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Samir.Post("/me/departure", ("words", "kept"), ("successor", nobody))).Status);
        Assert.Equal("/farewell", (await world.Samir.Post("/me/departure", ("words", "kept"), ("successor", "Tove@Harbour.example"))).Location);
        Assert.NotNull((await world.Read(db => db.The<Person>().SingleAsync(p => p.Id == world.Tove.Person.Id))).OperatorSince);
        Assert.NotNull((await world.Tove.Get("/me/departure")).Page.QuerySelector("#successor"));
    }

    [Fact]
    public async Task Going_needs_a_choice_and_touches_nobody_else()
    {
        await using var world = await Fresh();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Ruth.Post("/me/departure", ("words", "other"))).Status);
        Assert.StartsWith("/sign-in", (await world.Anyone().Post("/me/departure", ("words", "kept"))).Location, StringComparison.Ordinal);
        var (_, tove) = await Say(world, world.Tove, "Tove’s", "Stays.");
        await Go(world.Ruth, "erased");
        Assert.Equal("Stays.", (await world.Read(db => db.The<Post>().SingleAsync(p => p.Id == tove))).Text);
        Assert.Equal(HttpStatusCode.OK, (await world.Tove.Get("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Ines.Get("/me")).Status);
    }

    public static Task<bool> Has<T>(Db db, string property, Id<Person> person) where T : class =>
        db.The<T>().AnyAsync(e => EF.Property<Id<Person>?>(e, property) == person);

    internal static async Task<(Id<Conversation> Conversation, Id<Post> Post)> Say(World world, Visitor by, string title, string text)
    {
        var community = by == world.Tove || by == world.Hanna ? world.Harbour : world.Millbrook;
        var conversation = Id<Conversation>.New();
        await world.Writes.Do(unit =>
        {
            unit.Db.Add(new Thing { Id = conversation.As<Thing>(), Kind = ThingKind.Thread, CommunityId = community.Id, ScopeId = community.ScopeId, AuthorId = by.Person.ActorId, CreatedAt = unit.Now });
            unit.Db.Add(new Conversation { Id = conversation, CommunityId = community.Id, Title = title, LastPostAt = unit.Now });
        });
        return (conversation, await Reply(world, by, conversation, text));
    }

    internal static async Task<Id<Post>> Reply(World world, Visitor by, Id<Conversation> conversation, string text, Id<Actor>? author = null)
    {
        var post = Id<Post>.New();
        await world.Writes.Do(async unit =>
        {
            var thread = await unit.Db.The<Thing>().AsNoTracking().SingleAsync(t => t.Id == conversation.As<Thing>());
            var number = await unit.Db.The<Post>().CountAsync(p => p.ConversationId == conversation) + 1;
            unit.Db.Add(new Thing { Id = post.As<Thing>(), Kind = ThingKind.Post, CommunityId = thread.CommunityId, ScopeId = thread.ScopeId, AuthorId = author ?? by.Person.ActorId, CreatedAt = unit.Now });
            unit.Db.Add(new Post { Id = post, CommunityId = thread.CommunityId!.Value, ConversationId = conversation, Number = number, Text = text, Html = $"<p>{text}</p>" });
        });
        return post;
    }

    private static async Task Go(Visitor visitor, string words) =>
        Assert.Equal("/farewell", (await visitor.Post("/me/departure", ("words", words))).Location);

    private static Task<long> VersionOf(World world, Id<Conversation> id) =>
        world.Read(db => db.The<Conversation>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    private static async Task<World> Fresh()
    {
        var world = new World();
        await world.InitializeAsync();
        return world;
    }
}
