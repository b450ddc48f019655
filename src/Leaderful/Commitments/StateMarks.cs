namespace Leaderful.Commitments;

public static class StateMarks
{
    /// <summary>The ring a state is drawn as; its word always stands beside it.</summary>
    public static string Icon(this CommitmentState state) => state switch
    {
        CommitmentState.Offered => "m-offered",
        CommitmentState.Accepted => "m-accepted",
        CommitmentState.Renegotiated => "m-renegotiated",
        CommitmentState.Barred => "m-barrier",
        CommitmentState.Quiet => "m-lapsed",
        CommitmentState.Kept => "m-kept",
        _ => "m-released",
    };
}
