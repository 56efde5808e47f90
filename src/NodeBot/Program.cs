using System.CommandLine;
using NodeBot;
using NodeBot.Configuration;
using NodeBot.Serving;
using NodeBot.Storage;
using NodeBot.Terminal;

var root = new RootCommand("NodeBot answers questions about running exit nodes in decentralised VPNs: it quotes its sources, or says that it does not know.\n\nExamples:\n  nodebot                      start the web page at http://localhost:5080\n  nodebot ask \"a law firm wants 900 euro, what now?\"\n  nodebot chat")
{
    AskVerb.Create(), ExplainVerb.Create(), ChatVerb.Create(), EvalVerb.Create(), KnowledgeVerb.Create(), IndexVerb.CreateReindex(), IndexVerb.Create(), DiscordVerb.Create(), DoctorVerb.Create(), ServeVerb.Create(),
};

root.SetAction((_, cancellation) => ServeVerb.RunAsync(cancellation));

try
{
    var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return code == ExitCode.Stopped ? await StoppedAsync() : code;
}
catch (Exception e) when (e is SettingsException or KnowledgeException or StorageException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.Usage;
}
catch (OperationCanceledException)
{
    return await StoppedAsync();
}

static async Task<int> StoppedAsync()
{
    await Console.Error.WriteLineAsync("Stopped. What was done so far is kept; run the same command again to go on.");
    return ExitCode.Stopped;
}
