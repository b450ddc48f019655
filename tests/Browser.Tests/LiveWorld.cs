using Leaderful.Tests;

namespace Leaderful.Browser.Tests;

/// <summary>The same cast, reachable by browsers and going by the real clock.</summary>
public class LiveWorld : World
{
    protected override bool OnNetwork => true;

    protected override TimeProvider Clock => TimeProvider.System;
}

/// <summary>Where what all have to accept changes, and so stands in everybody's way.</summary>
public sealed class AgreeingWorld : LiveWorld;

/// <summary>An instance on which nobody is yet.</summary>
public sealed class EmptyLiveWorld : LiveWorld
{
    protected override Task Settle() => Task.CompletedTask;
}
