using System.Text;
using Leaderful.Data;
using Leaderful.People;
using Leaderful.Search;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Assets;

/// <summary>Keeps the words that entries of a portrait are found by when somebody asks who can help.</summary>
public static class AssetIndex
{
    private static readonly Facet[] Asked = [Facet.Offer, Facet.Need, Facet.Interest, Facet.World];

    /// <summary>An entry stands, with these words, on this rung.</summary>
    public static void KeepAsset(this Unit unit, PortraitEntry entry)
    {
        if (entry.ScopeId is not { } scope || !Asked.Contains(entry.Facet)) return;
        unit.Db.AddRange(SearchWords.Of(entry.Text).Distinct(StringComparer.Ordinal).Select(word => new AssetWord
        {
            EntryId = entry.Id, PersonId = entry.PersonId, ScopeId = scope, IsNeed = entry.Facet == Facet.Need, Word = Encoding.UTF8.GetBytes(word),
        }));
    }

    public static Task ForgetAssets(this Unit unit, IReadOnlyCollection<Id<PortraitEntry>> entries) =>
        unit.Db.The<AssetWord>().Where(w => entries.Contains(w.EntryId)).ExecuteDeleteAsync();

    /// <summary>Its words or its rung are others now.</summary>
    public static async Task RenewAsset(this Unit unit, PortraitEntry entry)
    {
        await unit.ForgetAssets([entry.Id]);
        unit.KeepAsset(entry);
    }
}
