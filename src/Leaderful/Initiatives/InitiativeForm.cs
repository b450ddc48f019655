using Leaderful.Shared;
using Leaderful.Shared.Forms;

namespace Leaderful.Initiatives;

public static class InitiativeForm
{
    public static (string Title, string Purpose) Read(Form form, Words words) => (
        form.Line("title", Initiative.LongestTitle, words["initiatives.wrong.title-long"], words["initiatives.wrong.title-missing"]),
        form.Text("purpose", Initiative.LongestPurpose, words["initiatives.wrong.purpose-long"]));
}
