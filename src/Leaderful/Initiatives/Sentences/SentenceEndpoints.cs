using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;
using Leaderful.Shared.Views;
using Leaderful.Shared.Web;

namespace Leaderful.Initiatives.Sentences;

/// <summary>Wording the sentence: the form, and what somebody else wrote meanwhile.</summary>
public sealed record SentenceModel(InitiativeHead Head, Form Form)
{
    public OrganizingSentence? Theirs { get; init; }
}

public sealed record SentencesModel(InitiativeHead Head, IReadOnlyList<WrittenSentence> All);

/// <summary>Its team words the sentence; whoever reads the initiative reads every wording.</summary>
public static class SentenceEndpoints
{
    public static void MapSentences(this RouteGroupBuilder initiatives)
    {
        initiatives.MapGet("/{id}/sentence", Show);
        initiatives.MapPost("/{id}/sentence", Word).RequireRateLimiting(RateLimits.Writing);
        initiatives.MapGet("/{id}/sentences", async (Id<Initiative> id, Viewer viewer, Db db) =>
            await InitiativeAccess.ForReading(db, viewer, id) is { } head ? Screen.Show<SentencesPage, SentencesModel>(new(head, await db.SentencesOf(id))) : Results.NotFound());
    }

    private static async Task<IResult> Show(Id<Initiative> id, Viewer viewer, Db db)
    {
        if (await InitiativeAccess.ForCarrying(db, viewer, id) is not { } head) return Results.NotFound();
        var form = Form.Empty;
        var now = await db.SentenceOf(id);
        form.Put(Editions.Field, Editions.Text(now?.Number ?? 0));
        foreach (var part in now is null ? [] : OrganizingSentence.Parts) form.Put(part, now!.Sentence[part]);
        return Screen.Show<SentencePage, SentenceModel>(new(head, form));
    }

    private static async Task<IResult> Word(Id<Initiative> id, Form form, Viewer viewer, Db db, Writes writes)
    {
        if (await InitiativeAccess.ForCarrying(db, viewer, id) is not { } head) return Results.NotFound();
        var sentence = Read(form, viewer.Words);
        if (!form.IsRight) return Screen.ShowAgain<SentencePage, SentenceModel>(new(head, form));
        var seen = Editions.Seen(form) ?? (await db.SentenceOf(id))?.Number ?? 0;
        if (await writes.Do(unit => unit.WordSentence(viewer.Me.ActorId, id, sentence, seen)))
            return Screen.Go($"{InitiativeEndpoints.At(viewer, id)}#sentence", new Done("initiatives.sentence-kept", Draft: $"sentence:{id}"));
        var now = await db.SentenceOf(id);
        form.Refuse("who", viewer.Words["initiatives.wrong.sentence-changed"]);
        form.Put(Editions.Field, Editions.Text(now?.Number ?? 0));
        return Screen.ShowAgain<SentencePage, SentenceModel>(new(head, form) { Theirs = now?.Sentence });
    }

    private static OrganizingSentence Read(Form form, Words words)
    {
        return new(Part("who"), Part("what"), Part("how"), Part("why"), Part("when"));

        string Part(string part) => form.Line(part, OrganizingSentence.LongestPart, words["initiatives.wrong.part-long"], words[$"initiatives.wrong.{part}-missing"]);
    }
}
