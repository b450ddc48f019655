using Leaderful.Pairing.Rounds;

namespace Leaderful.Pairing;

/// <summary>
/// Who meets whom in one round of one-to-ones. Nobody is in two meetings, nobody meets whom they may not, and no other round is
/// better in what <see cref="RoundRules.Aim"/> counts.
/// </summary>
public sealed class Round
{
    internal Round(IReadOnlyList<Meeting> meetings, IReadOnlyList<int> alone) => (Meetings, Alone) = (meetings, alone);

    /// <summary>The meetings, in the order of each pair's lower number.</summary>
    public IReadOnlyList<Meeting> Meetings { get; }

    /// <summary>Who meets nobody, in the order of their numbers.</summary>
    public IReadOnlyList<int> Alone { get; }

    /// <summary>What all meetings are worth.</summary>
    public long Worth => Meetings.Sum(meeting => meeting.Worth);

    /// <summary>Makes a round of the pairs that may meet. The order in which they are named changes nothing.</summary>
    /// <param name="people">How many there are; they are called 0 to <paramref name="people"/> - 1.</param>
    /// <param name="candidates">Who may meet, with what it is worth. Of a pair that is named twice the greater worth counts.</param>
    /// <param name="rules">How; <see cref="RoundRules.Default"/> if not given.</param>
    /// <param name="stop">Looked at now and then.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer people than none or more than <see cref="ExactMatching.MostPeople"/>, or somebody who is none of them.</exception>
    /// <exception cref="ArgumentException">Somebody is to meet themselves.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> said so.</exception>
    public static Round Make(int people, IEnumerable<Candidate> candidates, RoundRules? rules = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return RoundMaking.Make(people, [.. candidates], rules ?? RoundRules.Default, stop);
    }

    /// <summary>Makes a round of a question: what is it worth that these two meet?</summary>
    /// <param name="people">How many there are; they are called 0 to <paramref name="people"/> - 1.</param>
    /// <param name="worth">Asked once for each two people, the lower number first; nothing (null) if they may not meet.</param>
    /// <param name="rules">How; <see cref="RoundRules.Default"/> if not given.</param>
    /// <param name="stop">Looked at now and then.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer people than none or more than <see cref="ExactMatching.MostPeople"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> said so.</exception>
    public static Round Make(int people, Func<int, int, int?> worth, RoundRules? rules = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(worth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, ExactMatching.MostPeople);
        List<Candidate> candidates = [];
        for (var one = 0; one < people; one++)
        {
            stop.ThrowIfCancellationRequested();
            for (var other = one + 1; other < people; other++)
            {
                if (worth(one, other) is { } counts) candidates.Add(new(one, other, counts));
            }
        }
        return RoundMaking.Make(people, candidates, rules ?? RoundRules.Default, stop);
    }
}
