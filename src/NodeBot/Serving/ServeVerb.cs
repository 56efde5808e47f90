using NodeBot.Core.Retrieval;
namespace NodeBot.Serving;

/// <summary><c>nodebot serve</c>, also what <c>nodebot</c> alone does: the web page and the JSON API.</summary>
internal static class ServeVerb
{
    public static System.CommandLine.Command Create()
    {
        var verb = new System.CommandLine.Command("serve", "Start the web page and the JSON API (what 'nodebot' alone does).");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var settings = Configuration.Settings.Load();
        using var bot = Bot.Create(settings, makeDatabase: true, cancellation);
        var warning = bot.Qdrant is null ? null : await bot.CheckQdrantAsync(mayBeMissing: settings.Qdrant.MayWrite, cancellation).ConfigureAwait(false);
        // The first search compiles and loads what all others use: it should not be somebody's question.
        await bot.Index.SearchAsync("What is an exit node?", 1, SearchScope.Everyone, cancellation).ConfigureAwait(false);
        await using var app = WebHost.Build(settings, bot);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {settings.Urls}: {e.Message} Set ASPNETCORE_URLS to a free address, such as http://localhost:5081.").ConfigureAwait(false);
            return Terminal.ExitCode.Failed;
        }

        Console.WriteLine($"NodeBot is ready at {settings.PageUrl}");
        if ((warning ?? bot.Index.Status.Notice) is { } notice)
            Console.WriteLine(notice);
        // Opened beside the start; without it nothing could be kept, so the program does not go on.
        await bot.Database!.ConfigureAwait(false);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return Terminal.ExitCode.Ok;
    }
}
