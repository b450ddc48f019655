using Leaderful.Tests;

namespace Leaderful.Browser.Tests;

/// <summary>The same cast, reachable by browsers and going by the real clock.</summary>
public sealed class LiveWorld : World
{
    protected override bool OnNetwork => true;

    protected override TimeProvider Clock => TimeProvider.System;
}
