using System.Text;

namespace Leaderful.ICalendar;

/// <summary>Takes an unfolded line apart into name, parameters and value (RFC 5545, 3.1), in one pass.</summary>
internal ref struct ContentLine(string line, int mostParameters)
{
    /// <summary>A quote opens only where another closes it: one alone is a character like any other.</summary>
    readonly int lastQuote = line.LastIndexOf('"');
    int at;
    int parameters;

    /// <summary>The property, or null with a sentence.</summary>
    public ICalProperty? Read(out string problem)
    {
        problem = "The line is no name with a value.";
        at = ICalName.Length(line);
        if (at == 0) return null;
        var name = line[..at];
        List<ICalParameter>? read = null;
        while (at < line.Length && line[at] == ';')
        {
            if (Parameter() is not { } parameter) return null;
            if (parameters > mostParameters)
            {
                problem = "The line has too many parameters.";
                return null;
            }
            (read ??= []).Add(parameter);
        }
        return at < line.Length && line[at] == ':' ? new ICalProperty(name, line[(at + 1)..], read) : null;
    }

    ICalParameter? Parameter()
    {
        var start = ++at;
        at += ICalName.Length(line.AsSpan(start));
        if (at == start) return null;
        var name = line[start..at];
        List<string> values = [];
        // A parameter without a value, which the standard does not know, is read as one with an empty value.
        if (at < line.Length && line[at] == '=')
        {
            do
            {
                at++;
                if (++parameters <= mostParameters) values.Add(Value());
                else Value();
            }
            while (at < line.Length && line[at] == ',');
        }
        else
        {
            parameters++;
        }
        if (values.Count == 0) values.Add("");
        return new ICalParameter(name, values);
    }

    string Value()
    {
        var value = new StringBuilder();
        var isQuoted = false;
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"' && (isQuoted || at < lastQuote)) isQuoted = !isQuoted;
            else if (!isQuoted && c is ':' or ';' or ',') break;
            else value.Append(c);
        }
        return ParameterText.Read(value.ToString());
    }
}
