using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Checks;

/// <summary>Says in the log, once, what is not set up right; the program goes on.</summary>
internal sealed partial class StartChecks(DiscordChecks checks, Dispatcher dispatcher, ILogger<StartChecks> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            foreach (var finding in await checks.RunAsync(dispatcher.Specs, communities: null, stoppingToken).ConfigureAwait(false))
            {
                if (!finding.IsGood)
                    Found(logger, finding.Line);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord: {Finding}")]
    private static partial void Found(ILogger logger, string finding);
}
