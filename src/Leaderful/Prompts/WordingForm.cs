using Leaderful.Data;
using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Prompts;

/// <summary>
/// The wording of a set as it is being changed. Its order travels with it, so that moving, leaving out and adding need no script:
/// each is a button that sends the form and gets it back.
/// </summary>
public static class WordingForm
{
    private const string OwnKey = "own-";

    public static string Text(string key) => $"text-{key}";

    public static string Hint(string key) => $"hint-{key}";

    /// <summary>For a prompt of the community's own.</summary>
    public static string NewKey() => $"{OwnKey}{Id<Prompt>.New()}";

    /// <summary>As it is asked now; what the house would ask and the community does not lies beside it.</summary>
    public static (Form Form, PromptOrder Order) Of(HouseSet set, PromptSet? current, IReadOnlyList<Prompt> prompts, Words words)
    {
        var form = Form.With(("language", current?.Language ?? words.Language), ("seen", current?.Id.ToString() ?? ""));
        foreach (var house in set.Prompts) form.Say(house.Key, PromptQueries.HouseText(set.Key, house.Key, words), PromptQueries.HouseHint(set.Key, house, words));
        foreach (var prompt in prompts) form.Say(prompt.Key, prompt.Text, prompt.Hint);
        if (current is null) return (form, new PromptOrder(Keys(set), []));
        return (form, new PromptOrder([.. prompts.Select(p => p.Key)], [.. Keys(set).Except(prompts.Select(p => p.Key), StringComparer.Ordinal)]));
    }

    /// <summary>Where the order is fixed it is the house's, whatever was sent.</summary>
    public static PromptOrder Order(Form form, HouseSet set)
    {
        if (set.IsFixed) return new PromptOrder(Keys(set), []);
        var asked = form.All("asked").Where(k => IsKey(set, k)).Distinct(StringComparer.Ordinal).ToList();
        return new PromptOrder(asked, [.. form.All("left-out").Where(k => IsKey(set, k)).Distinct(StringComparer.Ordinal).Except(asked, StringComparer.Ordinal)]);
    }

    /// <summary>What a button other than the last one does to the order.</summary>
    public static PromptOrder? Moved(Form form, HouseSet set, PromptOrder order)
    {
        if (set.IsFixed) return null;
        if (form.Has("up")) return order.Up(form["up"]);
        if (form.Has("down")) return order.Down(form["down"]);
        if (form.Has("leave-out")) return order.LeaveOut(form["leave-out"]);
        if (form.Has("ask-again")) return order.AskAgain(form["ask-again"]);
        return form.Has("add") ? order.Add(NewKey()) : null;
    }

    public static PromptWish Read(Form form, HouseSet set, PromptOrder order, Words words)
    {
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var prompts = new List<PromptWords>();
        foreach (var key in order.Asked)
        {
            var text = form.Line(Text(key), Prompt.LongestText, words["prompts.wrong.long"], words[set.IsFixed ? "prompts.wrong.missing-fixed" : "prompts.wrong.missing"]);
            var hint = set.KindOf(key) == PromptKind.Option ? "" : form.Line(Hint(key), Prompt.LongestHint, words["prompts.wrong.long"]);
            if (text.Length > 0 && !said.Add(text)) form.Refuse(Text(key), words["prompts.wrong.twice"]);
            prompts.Add(new PromptWords(key, text, hint));
        }
        if (prompts.Count == 0) form.Refuse("add", words["prompts.wrong.none"]);
        if (prompts.Count > PromptSet.MostPrompts) form.Refuse("add", words["prompts.wrong.many"]);
        return new PromptWish(LanguageOf(form, words), prompts);
    }

    /// <summary>Shown to whoever wrote without having seen the newest: if they send it again, they mean it, and what they had not seen lies beside it.</summary>
    public static PromptOrder Overtaken(this Form form, PromptOrder order, PromptSet? current, IReadOnlyList<Prompt> prompts, string sentence)
    {
        form.Refuse("keep", sentence);
        form.Put("seen", current?.Id.ToString() ?? "");
        var others = prompts.Where(p => !order.Asked.Contains(p.Key) && !order.LeftOut.Contains(p.Key)).ToList();
        foreach (var prompt in others) form.Say(prompt.Key, prompt.Text, prompt.Hint);
        return order with { LeftOut = [.. order.LeftOut, .. others.Select(p => p.Key)] };
    }

    /// <summary>A tag of a language, or a sentence on its field.</summary>
    public static string LanguageOf(Form form, Words words)
    {
        var language = LanguageTag.Read(form["language"]);
        if (language is null) form.Refuse("language", words["prompts.wrong.language"]);
        return language ?? "";
    }

    private static void Say(this Form form, string key, string text, string hint)
    {
        form.Put(Text(key), text);
        form.Put(Hint(key), hint);
    }

    private static List<string> Keys(HouseSet set) => [.. set.Prompts.Select(p => p.Key)];

    private static bool IsKey(HouseSet set, string key) =>
        set.Has(key) || (key.StartsWith(OwnKey, StringComparison.Ordinal) && Id<Prompt>.TryParse(key[OwnKey.Length..], null, out _));
}
