using Xunit;

namespace Leaderful.Yjs.Tests;

public class XmlTests
{
    static YXmlFragment Page(Action<YXmlFragment> write)
    {
        var page = new YDoc(1).GetXmlFragment("default");
        write(page);
        return page;
    }

    static string Html(YXmlFragment page) => RichText.ToHtml(page);

    [Fact]
    public void Nodes_know_where_they_are()
    {
        var page = Page(page => page.Add("paragraph").AddText("hello"));
        var paragraph = Assert.IsType<YXmlElement>(page.Children.Single());
        Assert.Equal(page, paragraph.Parent);
        Assert.Equal(paragraph, paragraph.Children.Single().Parent);
        Assert.Null(page.Parent);
        Assert.Equal("default", page.Name);
    }

    [Fact]
    public void What_was_deleted_is_empty()
    {
        var page = Page(page => page.Add("paragraph").AddText("hello"));
        var paragraph = (YXmlElement)page.Children.Single();
        page.Delete(0);
        Assert.True(paragraph.IsDeleted);
        Assert.Empty(paragraph.Children);
        Assert.Empty(page.Children);
        Assert.Throws<ArgumentOutOfRangeException>(() => page.Delete(0));
    }

    [Fact]
    public void Attributes_are_set_and_removed()
    {
        var element = Page(page => page.Add("heading", ("level", 2), ("id", "x"))).Children.OfType<YXmlElement>().Single();
        element.SetAttribute("level", 3);
        element.RemoveAttribute("id");
        Assert.Equal([KeyValuePair.Create("level", (object?)3d)], element.Attributes);
        Assert.Equal(YUndefined.Value, element.GetAttribute("id"));
    }

    [Fact]
    public void An_earlier_version_comes_back_as_a_new_change()
    {
        var page = Page(page =>
        {
            page.Say("first");
            page.Say(("bold", ["bold"]));
            page.Add("image", ("src", "/a.png"));
        });
        var doc = page.Document;
        var earlier = new YDoc();
        earlier.ApplyUpdate(doc.EncodeStateAsUpdate());
        var before = Html(page);
        page.Delete(1);
        page.InsertElement(1, "paragraph").AddText("other");
        page.Say("last");
        var change = doc.Transact(() => page.ReplaceWith(earlier.GetXmlFragment("default")))!;
        Assert.Equal(before, Html(page));
        Assert.NotNull(change);
        earlier.ApplyUpdate(doc.EncodeStateAsUpdate(earlier.GetStateVector()));
        Assert.Equal(before, Html(earlier.GetXmlFragment("default")));
    }

    [Fact]
    public void What_is_alike_stays_and_with_it_the_places_in_it()
    {
        var page = Page(page =>
        {
            page.Say("first");
            page.Say("second");
            page.Say("third");
        });
        var template = Page(page =>
        {
            page.Say("first");
            page.Say("another");
            page.Say("third");
        });
        var place = RelativePosition.At(page.Children.OfType<YXmlElement>().Last().Children.OfType<YXmlText>().Single(), 2);
        page.ReplaceWith(template);
        Assert.Equal(Html(template), Html(page));
        Assert.Equal(2, place.Resolve(page.Document)!.Value.Index);
        Assert.Equal("third", place.Resolve(page.Document)!.Value.Type.ToString());
        Assert.Null(page.Document.Transact(() => page.ReplaceWith(template)));
    }
}
