namespace Leaderful.Bench;

/// <summary>Posts as people write them: two paragraphs, now and then a list, about six hundred letters. The same for the same number.</summary>
public static class MadeUpText
{
    private static readonly string[] Words =
        "night shift ward porter kettle garden room lock who keeps open asks nobody knows key we tried for a week and it went well because somebody said yes before the board heard of it then came the question what would make us stop".Split(' ');

    public static string Post(int number)
    {
        var pick = new Random(number);
        var list = number % 5 == 0 ? $"\n\n- {Sentence(pick)}\n- {Sentence(pick)}" : "";
        return $"{Paragraph(pick)}\n\n{Paragraph(pick)} *{Sentence(pick)}*{list}";
    }

    private static string Paragraph(Random pick) => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(pick)));

    private static string Sentence(Random pick)
    {
        var text = string.Join(' ', Enumerable.Range(0, 9 + pick.Next(6)).Select(_ => Words[pick.Next(Words.Length)]));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
