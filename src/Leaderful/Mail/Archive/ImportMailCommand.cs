using Leaderful.Communities;
using Leaderful.Data;
using Leaderful.Shared;
using Microsoft.EntityFrameworkCore;

namespace Leaderful.Mail.Archive;

/// <summary><c>import-mail FILE --community SLUG</c>, while the program serves or while it does not.</summary>
public static class ImportMailCommand
{
    private const int WrongWords = 2;

    public static readonly Command Command = new("import-mail", Read);

    private static Command.Plan Read(CommandLine line, Languages languages)
    {
        var words = languages.English;
        if (line.Options.Keys.FirstOrDefault(o => o != "--community") is { } unknown) return new(null, words.Say("archive.console.option", ("name", unknown)));
        if (line.Words is not [var path]) return new(null, words["archive.console.file"]);
        if (line.Options.GetValueOrDefault("--community") is not { Length: > 0 } slug) return new(null, words["archive.console.community"]);
        if (!Path.Exists(path)) return new(null, words.Say("archive.console.missing", ("file", path)));
        return new((services, stop) => Run(services, path, slug, stop));
    }

    private static async Task<int> Run(IServiceProvider services, string path, string slug, CancellationToken stop)
    {
        var words = services.GetRequiredService<Languages>().English;
        if (await Find(services, slug) is not { } community)
        {
            Console.Error.WriteLine(words.Say("archive.console.no-community", ("slug", slug)));
            return WrongWords;
        }
        if (ArchiveSource.At(path) is not { } source) return WrongWords;
        var progress = new ImportProgress(words, TimeProvider.System);
        try
        {
            var import = await services.GetRequiredService<ArchiveImports>().Run(source, community, Actor.House, progress.Tell, stop);
            progress.Sum(import);
            return 0;
        }
        catch (ImportElsewhereException)
        {
            Console.Error.WriteLine(words["archive.console.elsewhere"]);
            return WrongWords;
        }
    }

    private static async Task<Community?> Find(IServiceProvider services, string slug)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().The<Community>().SingleOrDefaultAsync(c => c.Slug == slug);
    }
}
