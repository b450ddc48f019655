namespace Leaderful.ICalendar.Soak;

/// <summary>Reads a calendar in every way there is, looks at everything it offers, and writes it again.</summary>
internal static class Exhaust
{
    /// <summary>Escaping and folding make a byte at most so many; what begins is closed, and a byte that is none becomes three.</summary>
    const int Growth = 8;
    const int Slack = 64 * 1024;
    /// <summary>What was escaped is longer than it was read.</summary>
    static readonly ICalLimits Wide = new() { MaxBytes = int.MaxValue, MaxLineBytes = int.MaxValue, MaxParameters = int.MaxValue, MaxZones = int.MaxValue };

    const int MostOccurrences = 100;
    const int MostEvents = 20;

    /// <summary>How much came out, in bytes and times.</summary>
    /// <exception cref="InvalidDataException">One calendar gave more than its bytes can account for, or something read another way the second time.</exception>
    public static long Read(byte[] source)
    {
        var size = Tree(source) + Events(source);
        var reply = CalendarReply.Read(source, out var problem);
        if (reply is null == (problem == CalendarReplyProblem.None)) throw new InvalidDataException("A reply is one or has a problem.");
        return size + (reply is null ? 0 : Reply(reply));
    }

    static long Tree(byte[] source)
    {
        var size = 0L;
        foreach (var component in ICalReader.Read(source).Components)
        {
            var written = ICalWriter.Write(component);
            var again = ICalReader.Read(written, Wide);
            if (again.Problems.Any(problem => problem.Kind != ICalProblemKind.Encoding)) throw new InvalidDataException($"What was written has a problem: {again.Problems[0].What}");
            if (again.Components.Count != 1 || !ICalWriter.Write(again.Components[0]).AsSpan().SequenceEqual(written)) throw new InvalidDataException("What was written is read as something else.");
            size += written.Length;
        }
        return size <= (Growth * (long)source.Length) + Slack ? size : throw new InvalidDataException($"{source.Length} bytes became {size}.");
    }

    static long Events(byte[] source)
    {
        var document = CalendarDocument.Read(source);
        if (document.Events.Count > MostEvents) document = document with { Events = [.. document.Events.Take(MostEvents)] };
        var size = (long)document.Events.Sum(Occurrences);
        var written = document.Write();
        var again = CalendarDocument.Read(written, Wide);
        if (again.Events.Count != document.Events.Count || !again.Write().AsSpan().SequenceEqual(written)) throw new InvalidDataException("A document is read as another one.");
        return size + written.Length;
    }

    static int Occurrences(CalendarEvent of)
    {
        var (count, last) = (0, DateTime.MinValue);
        foreach (var time in of.Occurrences().Expand().Take(MostOccurrences))
        {
            if (count++ > 0 && time <= last) throw new InvalidDataException("The times of an event do not go on.");
            last = time;
        }
        foreach (var time in of.Occurrences().Expand(of.Start.Clock.Year < 9000 ? of.Start.Clock.AddYears(100) : null).Take(3)) count++;
        return count;
    }

    static int Reply(CalendarReply reply)
    {
        var written = reply.Write("-//X//EN");
        var again = CalendarReply.Read(written, out _);
        return again == reply ? written.Length : throw new InvalidDataException("A reply is read as another one.");
    }
}
