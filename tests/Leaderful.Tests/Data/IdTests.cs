using FsCheck;
using FsCheck.Fluent;
using Leaderful.Accounts;
using Leaderful.Data;
using Xunit;

namespace Leaderful.Tests.Data;

public class IdTests
{
    [Fact]
    public void An_id_is_read_back_from_its_text() => Prop.ForAll<Guid>(value =>
    {
        var id = new Id<Person>(value);
        return Id<Person>.TryParse(id.ToString(), null, out var read) && read == id;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_other_text_is_an_id() => Prop.ForAll<string>(text =>
        !Id<Person>.TryParse(text, null, out var id) || id.ToString() == text).QuickCheckThrowOnFailure();
}
