using System.Net;
using Leaderful.Accounts;
using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Leaderful.Tests.Accounts;

public class OldNameTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_name_that_wrote_from_my_address_can_be_claimed_by_me_alone()
    {
        var (me, old, _) = await WithOldName("claim@old.example", proved: true);
        Assert.Contains("Claim Of 2011", (await me.Get("/me")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Claim Of 2011", (await world.Hanna.Get("/me")).Text, StringComparison.Ordinal);
        foreach (var action in new[] { "claim", "erasure" })
            Assert.Equal(HttpStatusCode.NotFound, (await world.Hanna.Post($"/me/old-names/{old}/{action}")).Status);

        await me.Submit(await me.Get("/me"), $"/{old}/claim");
        Assert.Equal(me.Person.ActorId, (await Actor(old)).ClaimedById);
        Assert.DoesNotContain("/claim", (await me.Get("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Post($"/me/old-names/{old}/erasure")).Status);
    }

    [Fact]
    public async Task An_address_that_was_only_typed_opens_nobodys_past()
    {
        var (me, old, _) = await WithOldName("typed@old.example", proved: false);
        Assert.DoesNotContain("Claim Of 2011", (await me.Get("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Post($"/me/old-names/{old}/claim")).Status);
        Assert.Null((await Actor(old)).ClaimedById);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_can_be_erased_with_its_words_or_without(bool words)
    {
        var (me, old, post) = await WithOldName($"erase{words}@old.example", proved: true);
        Assert.Equal("/me", (await me.Post($"/me/old-names/{old}/erasure", words ? [("words", "on")] : [])).Location);
        var actor = await Actor(old);
        Assert.Equal(("", true), (actor.Name, actor.ErasedAt is not null));
        Assert.Null(actor.AddressHash);
        Assert.Equal(words ? "" : "Old words.", (await world.Read(db => db.The<Post>().SingleAsync(p => p.Id == post))).Text);
    }

    [Fact]
    public async Task Leaving_takes_claimed_and_unclaimed_names_along()
    {
        var (me, old, post) = await WithOldName("leaver@old.example", proved: true);
        var second = await Import("leaver@old.example", world.Harbour);
        await me.Post($"/me/old-names/{old}/claim");
        Assert.Equal("/farewell", (await me.Post("/me/departure", ("words", "erased"))).Location);
        Assert.NotNull((await Actor(old)).ErasedAt);
        Assert.NotNull((await Actor(second)).ErasedAt);
        Assert.Equal("", (await world.Read(db => db.The<Post>().SingleAsync(p => p.Id == post))).Text);
    }

    [Fact]
    public async Task Hashes_need_the_instances_key_and_know_one_spelling()
    {
        var hasher = world.Services.GetRequiredService<AddressHasher>();
        Assert.Equal(hasher.Hash("Ruth@Millbrook.example "), hasher.Hash("ruth@millbrook.example"));
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData("ruth@millbrook.example"u8), hasher.Hash("ruth@millbrook.example"));
        await using var other = new EmptyWorld();
        await other.InitializeAsync();
        Assert.NotEqual(hasher.Hash("ruth@millbrook.example"), other.Services.GetRequiredService<AddressHasher>().Hash("ruth@millbrook.example"));
        var again = new AddressHasher(world.Services.GetRequiredService<Settings>());
        Assert.Equal(hasher.Hash("a@b.example"), again.Hash("a@b.example"));
    }

    private async Task<(Visitor Me, Id<Actor> Old, Id<Post> Post)> WithOldName(string email, bool proved)
    {
        var me = await world.Register("Claimer", email);
        if (proved) await world.Writes.Do(async unit => (await unit.ThePerson(me.Person.Id)).EmailProvedAt = unit.Now);
        var old = await Import(email, world.Millbrook);
        var (conversation, _) = await DepartureTests.Say(world, world.Ines, "From the list", "Hello.");
        return (me, old, await DepartureTests.Reply(world, me, conversation, "Old words.", old));
    }

    private async Task<Id<Actor>> Import(string email, Community community)
    {
        var actor = new Actor
        {
            Id = Id<Actor>.New(), Kind = ActorKind.ImportedName, Name = "Claim Of 2011", CommunityId = community.Id,
            AddressHash = world.Services.GetRequiredService<AddressHasher>().Hash(email),
        };
        await world.Writes.Do(unit => unit.Db.Add(actor));
        return actor.Id;
    }

    private Task<Actor> Actor(Id<Actor> id) => world.Read(db => db.The<Actor>().SingleAsync(a => a.Id == id));
}
