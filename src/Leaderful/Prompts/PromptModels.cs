using Leaderful.Data;
using Leaderful.Shared.Forms;

namespace Leaderful.Prompts;

/// <summary>A version, with who wrote it.</summary>
public sealed record ListedVersion(PromptSet Set, string By);

/// <summary>All sets, with the version of each that is the community's own.</summary>
public sealed record QuestionsModel(IReadOnlyList<(HouseSet Set, ListedVersion? Own)> Sets);

/// <summary>A set as it is asked now, with its versions, the newest first, and the languages it was put into.</summary>
public sealed record QuestionSetModel(HouseSet Set, AskedSet Asked, IReadOnlyList<ListedVersion> Versions, IReadOnlyList<TranslatedInto> Languages)
{
    public ListedVersion? Current => Versions is [{ Set.RetiredAt: null } newest, ..] ? newest : null;
}

/// <summary>How far a version is put into a language.</summary>
public sealed record TranslatedInto(string Language, int Prompts, int Outdated);

public sealed record VersionModel(HouseSet Set, AskedSet Asked, ListedVersion Version, bool IsCurrent);

/// <summary>Rewording a set; where somebody else wrote meanwhile, with what they wrote.</summary>
public sealed record WordingModel(HouseSet Set, Form Form, PromptOrder Order, Meanwhile? Meanwhile = null);

public sealed record Meanwhile(string By, AskedSet Asked);

public sealed record TranslationsModel(HouseSet Set, PromptSet Version, int Prompts, IReadOnlyList<TranslatedInto> Languages, Form Form);

/// <summary>Putting a version into a language; where somebody else did meanwhile, with what they wrote.</summary>
public sealed record TranslationModel(HouseSet Set, PromptSet Version, string Language, IReadOnlyList<Prompt> Prompts, IReadOnlyList<PromptTranslation> Now, Form Form, bool IsOvertaken = false)
{
    public PromptTranslation? Of(Prompt prompt) => Now.FirstOrDefault(t => t.Key == prompt.Key);
}
