using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Leaderful.Accounts.Guests;
using Leaderful.Circles;
using Leaderful.Commitments;
using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Gatherings;
using Leaderful.OpenSpace;
using Leaderful.OpenSpace.Reports;
using Leaderful.OpenSpace.Wall;
using Leaderful.Pages;
using Leaderful.Tests.Files;
using Leaderful.Yjs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Leaderful.Tests.OpenSpace.Book;

/// <summary>Millbrook holds Open Spaces: Ruth calls them, Wen and Bea come. Whoever comes in by the code comes by their name alone.</summary>
public sealed class BookWorld : World
{
    public static readonly DateOnly First = new(2026, 12, 3);

    public Visitor Wen { get; private set; } = null!;
    public Visitor Bea { get; private set; } = null!;

    protected override async Task Settle()
    {
        await base.Settle();
        foreach (var who in new[] { Wen = await Register("Wen Li", "wen@millbrook.example"), Bea = await Register("Bea Lindqvist", "bea@millbrook.example") }) await Join(who, Millbrook);
    }

    public async Task<Id<Space>> Space(string theme, Circle? circle = null, string purpose = "So that the nights are held.")
    {
        var wish = new GatheringWish(GatheringKind.OpenSpace, theme, new GatheringTime(First, new TimeOnly(9, 0), 2 * 24 * 60, "Europe/Berlin")) { Purpose = purpose, Place = "The old mill" };
        return (await Writes.Do(unit => unit.CallGathering(Ruth.Person.ActorId, Millbrook.Id, new GatheringHost(circle?.ScopeId ?? Millbrook.ScopeId, circle?.Id), wish))).As<Space>();
    }

    public async Task<Circle> Circle(params Visitor[] people)
    {
        var (name, first) = ($"Night circle {Guid.NewGuid():N}", people[0].Person);
        var id = await Writes.Do(unit => unit.BeginCircle(Millbrook.Id, Millbrook.ScopeId, first.Id, first.ActorId, new CircleWish(name, "Why", Joining.Open)));
        foreach (var person in people.Skip(1)) await Writes.Do(unit => unit.JoinCircle(id!.Value, person.Person.Id, person.Person.ActorId));
        return await Read(db => db.The<Circle>().SingleAsync(c => c.Id == id));
    }

    public static string Path(Id<Space> id) => $"/c/millbrook/gatherings/{id}/book";

    public async Task<Id<Slot>> Slot(Id<Space> id, int day = 0, int hour = 10) =>
        (await Writes.Do(unit => unit.AddSlot(Ruth.Person.ActorId, id, new SlotWish(First.AddDays(day), new TimeOnly(hour, 0), 90))))!.Value;

    public async Task<Id<Place>> Place(Id<Space> id, string name) => (await Writes.Do(unit => unit.AddPlace(Ruth.Person.ActorId, id, name)))!.Value;

    public async Task<Id<Topic>> Topic(Id<Space> id, string title, Id<Slot>? slot = null, Id<Place>? place = null, Visitor? convener = null) =>
        (await Writes.Do(unit => unit.PostTopic(Ruth.Person.ActorId, id, new TopicWish(title, (convener ?? Ruth).Person.ActorId) { Slot = slot, Place = place, Why = "Because it matters." })))!.Value;

    /// <summary>What is written on a session's report, each a paragraph; with pictures after them.</summary>
    public Task<Id<Page>> Report(Id<Topic> id, params string[] paragraphs) => Report(id, [], paragraphs);

    public async Task<Id<Page>> Report(Id<Topic> id, IReadOnlyList<KeptFile> pictures, params string[] paragraphs)
    {
        var doc = new YDoc();
        var text = doc.Transact(() =>
        {
            var page = doc.GetXmlFragment("default");
            foreach (var paragraph in paragraphs) page.AddElement("paragraph").AddText(paragraph);
            foreach (var picture in pictures)
            {
                var image = page.AddElement("image");
                image.SetAttribute("src", $"/files/{picture.Id}?view");
                image.SetAttribute("alt", "the lock & the key");
            }
        });
        return await Writes.Do(async unit =>
        {
            var page = (await unit.BeginReport(Ruth.Person.ActorId, id, text))!.Value;
            await unit.Db.SaveChangesAsync();
            for (var n = 0; n < pictures.Count; n++) await unit.AttachInText(Millbrook.Id, page.As<Thing>(), pictures[n], n + 1);
            return page;
        });
    }

    /// <summary>A report in boxes, each with a task that says something or is still to be written.</summary>
    public Task Boxes(Id<Topic> id, params (string Name, string Task)[] boxes)
    {
        var doc = new YDoc();
        var text = doc.Transact(() =>
        {
            var page = doc.GetXmlFragment("default");
            foreach (var (name, task) in boxes)
            {
                var heading = page.AddElement("heading");
                heading.SetAttribute("level", 2);
                heading.AddText(name);
                page.AddElement("taskList").AddElement("taskItem").AddElement("paragraph").AddText(task);
            }
        });
        return Writes.Do(unit => unit.BeginReport(Ruth.Person.ActorId, id, text));
    }

    public KeptFile Picture() => Services.GetRequiredService<Blobs>().KeepOne(Millbrook.Id, new Upload("IMG_1234 Ruth.jpg", "image/jpeg", MadePictures.Jpeg()));

    public void Lose(KeptFile picture) => File.Delete(Services.GetRequiredService<Blobs>().PathOf(Millbrook.Id, picture.Id.ToString()));

    public async Task<Id<Commitment>> Promise<T>(Visitor who, string what, Id<T> on, Id<Scope>? scope = null) => (await Writes.Do(unit =>
        unit.Promise(who.Person.ActorId, Millbrook.Id, new Promise(what, First.AddDays(30), scope ?? Millbrook.ScopeId) { Origin = on.As<Thing>() })))!.Value;

    public Task WasAt(Visitor who, Id<Topic> id) => Writes.Do(unit => unit.SayWasAt(who.Person.ActorId, id));

    /// <summary>Somebody in the room by their name alone, and as whom they act.</summary>
    public async Task<(Visitor Guest, Id<Actor> Actor)> Guest(Id<Space> room, string name)
    {
        var (token, actor) = (Guid.NewGuid().ToString("N"), Id<Actor>.New());
        await Writes.Do(unit =>
        {
            unit.Db.Add(new Actor { Id = actor, Kind = ActorKind.RoomGuest, Name = name, CommunityId = Millbrook.Id });
            unit.Db.Add(new GuestPass { Id = Id<GuestPass>.New(), CommunityId = Millbrook.Id, RoomId = room.As<Thing>(), ActorId = actor, TokenHash = CapabilityLink.Hash(token), BegunAt = unit.Now });
            return Task.CompletedTask;
        });
        var guest = Anyone();
        guest.Client.DefaultRequestHeaders.Add("Cookie", $"leaderful-guest={token}");
        return (guest, actor);
    }

    public static async Task<Epub> Epub(Visitor who, Id<Space> id) => new(await who.Client.GetByteArrayAsync(new Uri($"{Path(id)}/epub", UriKind.Relative)));

    public static string Own(string what) => $"{what} {Guid.NewGuid():N}";
}

/// <summary>An EPUB as it came: what is in it, in its order.</summary>
public sealed class Epub
{
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";

    public Epub(byte[] bytes)
    {
        Bytes = bytes;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            Files[entry.FullName] = content.ToArray();
        }
    }

    public byte[] Bytes { get; }
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);
    public string Text(string name) => Encoding.UTF8.GetString(Files[name]);

    /// <summary>Every page, read as strict readers read it: as XML.</summary>
    public IReadOnlyDictionary<string, XDocument> Pages => Files.Keys.Where(k => k.EndsWith(".xhtml", StringComparison.Ordinal)).ToDictionary(k => k, k => Xml(k), StringComparer.Ordinal);
    public string AllText => string.Join('\n', Files.Keys.Where(k => k.EndsWith(".xhtml", StringComparison.Ordinal) || k.EndsWith(".opf", StringComparison.Ordinal)).Select(Text));
    public IReadOnlyList<string> Manifest => [.. Xml("book/package.opf").Descendants(Opf + "item").Select(i => "book/" + i.Attribute("href")!.Value)];

    public XDocument Xml(string name)
    {
        using var stream = new MemoryStream(Files[name]);
        using var reader = System.Xml.XmlReader.Create(stream, new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
