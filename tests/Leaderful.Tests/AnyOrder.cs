using System.Text;
using Leaderful.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(AnyOrder))]

namespace Leaderful.Tests;

/// <summary>
/// Tests of a class run in an order that looks like none, and is the same wherever the program lies: what leans on another test's
/// leavings fails here too, and not only on somebody else's machine. LEADERFUL_TEST_ORDER gives another order.
/// </summary>
public sealed class AnyOrder : ITestCaseOrderer
{
    private static readonly string Seed = Environment.GetEnvironmentVariable("LEADERFUL_TEST_ORDER") ?? "";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases) where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(test => Place(test.TestCaseDisplayName)).ThenBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];

    // FNV-1a: string.GetHashCode differs from one process to the next.
    private static uint Place(string name) => Encoding.UTF8.GetBytes(Seed + name).Aggregate(2166136261u, (hash, b) => unchecked((hash ^ b) * 16777619u));
}
