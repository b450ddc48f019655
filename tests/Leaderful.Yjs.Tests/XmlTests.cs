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
    public void Whose_words_come_back_stays_told()
    {
        var page = Page(page => page.Say("One wrote "));
        var (first, text) = (page.Document.ClientId, page.Children.OfType<YXmlElement>().Single().Children.OfType<YXmlText>().Single());
        var second = new YDoc(77);
        second.ApplyUpdate(page.Document.EncodeStateAsUpdate());
        var there = second.GetXmlFragment("default").Children.OfType<YXmlElement>().Single().Children.OfType<YXmlText>().Single();
        there.Insert(there.Length, "and another", new Dictionary<string, object?> { ["bold"] = new Dictionary<string, object?>() });
        there.Insert(there.Length, " too.", new Dictionary<string, object?>());
        page.Document.ApplyUpdate(second.EncodeStateAsUpdate());
        text.Insert(text.Length, " One again.", new Dictionary<string, object?>());
        var before = Html(page);
        var earlier = new YDoc();
        earlier.ApplyUpdate(page.Document.EncodeStateAsUpdate());
        page.Delete(0);

        var (later, restorer) = (new YDoc(5), 5);
        later.ApplyUpdate(page.Document.EncodeStateAsUpdate());
        var change = later.Transact(() => later.GetXmlFragment("default").ReplaceWith(earlier.GetXmlFragment("default"), client => client == first ? 1001 : 1002))!;
        Assert.Equal(5, later.ClientId);
        Assert.Equal(before, Html(later.GetXmlFragment("default")));
        var authors = later.GetXmlFragment("default").Children.OfType<YXmlElement>().Single().Children.OfType<YXmlText>().Single().ToAuthors();
        Assert.Equal([(1001, "One wrote "), (1002, "and another too."), (1001, " One again.")], authors.Select(a => (a.Client, a.Text)));
        Assert.Equal([restorer, 1001, 1002], YUpdate.Inspect(change).Clients.Select(c => c.Client).Order());
        page.Document.ApplyUpdate(change);
        Assert.Equal(before, Html(page));
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
