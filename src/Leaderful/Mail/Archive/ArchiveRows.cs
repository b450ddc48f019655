using Leaderful.Communities;
using Leaderful.Conversations;
using Leaderful.Data;
using Leaderful.Files;
using Leaderful.Search;

namespace Leaderful.Mail.Archive;

/// <summary>The rows that a batch of mails becomes, gathered to be written kind by kind.</summary>
public sealed class ArchiveRows(Id<Community> community, Id<Scope> scope, Id<MailImport> import, Func<MailAuthor, Id<Actor>> authors)
{
    private readonly List<Thing> things = [];
    private readonly List<SearchDoc> found = [];
    private readonly List<Conversation> conversations = [];
    private readonly List<Post> posts = [];
    private readonly List<Attachment> files = [];
    private readonly Dictionary<Id<MailEntry>, MailEntry> entries = [];

    /// <summary>Conversations of which another mail turned out to be the beginning.</summary>
    public List<(Id<Conversation> Conversation, Id<Post> First)> Rebegun { get; } = [];

    /// <summary>A new conversation of mails that belong together.</summary>
    public void Begin(List<Arrival> arrivals)
    {
        var byEntry = arrivals.ToDictionary(a => a.Mail.Id);
        var sorted = MailOrder.Sort(arrivals.Select(a => a.Place));
        var first = byEntry[sorted[0].Entry].Mail;
        var id = Id<Conversation>.New();
        var thing = ThingOf(id.Value, ThingKind.Thread, first);
        things.Add(thing);
        found.Add(new SearchDoc(thing, SearchWords.Of(first.Title)));
        conversations.Add(new Conversation
        {
            Id = id, CommunityId = community, Title = first.Title, PostCount = sorted.Count, LastPostAt = sorted.Max(p => p.At), Version = sorted.Count,
        });
        for (var i = 0; i < sorted.Count; i++) Add(byEntry[sorted[i].Entry], id, i + 1, version: i + 1);
    }

    public void Add(Arrival arrival, Id<Conversation> conversation, int number, long version)
    {
        var (mail, post) = (arrival.Mail, arrival.Post);
        var thing = ThingOf(post.Value, ThingKind.Post, mail);
        things.Add(thing);
        found.Add(new SearchDoc(thing, mail.Words));
        posts.Add(new Post
        {
            Id = post, CommunityId = community, ConversationId = conversation, Number = number, Text = mail.Text, Format = PostFormat.Mail,
            Html = mail.Html, Sanitizer = mail.Sanitizer, FileCount = mail.Files.Count(f => !f.InText), Version = version, Born = version,
        });
        files.AddRange(mail.Files.Select((file, i) => FileOf(file, i + 1, post.As<Thing>(), mail.At)));
        entries[mail.Id] = new MailEntry
        {
            Id = mail.Id, CommunityId = community, ConversationId = conversation, PostId = post, ImportId = import, At = mail.At,
            Title = mail.Title, SubjectKey = mail.SubjectKey, IsReply = mail.IsReply, Answers = mail.Answers.Count > 0,
        };
    }

    public void Await(Id<MailEntry> entry, Id<MailEntry> answeredBy) => entries[entry] = new MailEntry
    {
        Id = entry, CommunityId = community, ConversationId = entries[answeredBy].ConversationId,
    };

    public async Task Write(Unit unit)
    {
        await unit.Insert(things);
        await unit.Insert(conversations);
        await unit.Insert(posts);
        await unit.Insert(files);
        await unit.Insert(entries.Values);
        unit.Index(found);
    }

    private Thing ThingOf(Guid id, ThingKind kind, ArrivedMail mail) => new()
    {
        Id = new(id), Kind = kind, CommunityId = community, ScopeId = scope, AuthorId = authors(mail.Author), CreatedAt = mail.At,
    };

    private Attachment FileOf(ArrivedFile file, int number, Id<Thing> thing, DateTime at) => new()
    {
        Id = file.Id, ThingId = thing, CommunityId = community, FileName = file.FileName, ContentType = file.ContentType,
        Size = file.Size, Sha256 = file.Sha256, Number = number, InText = file.InText, CreatedAt = at,
    };
}
