namespace Leaderful.Yjs;

/// <summary>What a message of y-websocket says.</summary>
public enum YMessageKind
{
    /// <summary>"This is my state": the answer is a <see cref="SyncStep2"/>. Payload: a state vector.</summary>
    SyncStep1,

    /// <summary>"This is what you lack." Payload: an update.</summary>
    SyncStep2,

    /// <summary>"This is new." Payload: an update.</summary>
    Update,

    /// <summary>Who is here and where their cursor is. Payload: an awareness update.</summary>
    Awareness,

    /// <summary>"Tell me who is here." No payload.</summary>
    QueryAwareness,

    /// <summary>"You may not." Payload: the reason, as UTF-8.</summary>
    PermissionDenied,
}
