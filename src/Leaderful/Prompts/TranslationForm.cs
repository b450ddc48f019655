using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Prompts;

public static class TranslationForm
{
    /// <summary>A tick: the translation says the same as what is asked now.</summary>
    public static string Right(string key) => $"right-{key}";

    public static Form Of(PromptSet version, IReadOnlyList<PromptTranslation> now)
    {
        var form = Form.With(("seen", Edition(version, now)));
        foreach (var one in now)
        {
            form.Put(WordingForm.Text(one.Key), one.Text);
            form.Put(WordingForm.Hint(one.Key), one.Hint);
        }
        return form;
    }

    /// <summary>Whoever wrote other words has looked at what is asked now.</summary>
    public static List<TranslationWords> Read(Form form, IReadOnlyList<Prompt> prompts, IReadOnlyList<PromptTranslation> before, Words words)
    {
        var read = new List<TranslationWords>();
        foreach (var prompt in prompts)
        {
            var text = form.Line(WordingForm.Text(prompt.Key), Prompt.LongestText, words["prompts.wrong.long"]);
            var hint = prompt.Hint.Length == 0 ? "" : form.Line(WordingForm.Hint(prompt.Key), Prompt.LongestHint, words["prompts.wrong.long"]);
            if (text.Length == 0 && hint.Length > 0) form.Refuse(WordingForm.Text(prompt.Key), words["prompts.wrong.hint-alone"]);
            var isOther = before.FirstOrDefault(t => t.Key == prompt.Key) is not { } was || was.Text != text || was.Hint != hint;
            read.Add(new TranslationWords(prompt.Key, text, hint) { IsRight = isOther || form[Right(prompt.Key)] == "yes" });
        }
        return read;
    }

    /// <summary>Which translations the writer saw; nothing where it is another version by now.</summary>
    public static string? Seen(Form form, PromptSet version) =>
        form["seen"].Split(':') is [var of, var edition] && of == version.Id.ToString() ? edition : null;

    public static void Overtaken(Form form, PromptSet version, IReadOnlyList<PromptTranslation> now, Words words)
    {
        form.Refuse("keep", words["prompts.wrong.overtaken-translation"]);
        form.Put("seen", Edition(version, now));
    }

    private static string Edition(PromptSet version, IReadOnlyList<PromptTranslation> now) => $"{version.Id}:{Translating.Edition(now)}";
}
