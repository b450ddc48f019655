using System.Net;
using Leaderful.Shared.Web;
using Xunit;

namespace Leaderful.Tests.Shared;

public class RateLimitTests
{
    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    public void A_household_counts_as_one_however_many_addresses_it_has(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.Network(IPAddress.Parse(one)) == RateLimits.Network(IPAddress.Parse(other)));
}
