using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodeBot.Core.Answering;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Web.Tests;

/// <summary>The web surface over a small knowledge of its own, in this process.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebHost(WebApplication app) => _app = app;

    public HttpClient Client => _app.GetTestClient();

    public static async Task<WebHost> StartAsync(int limit = 10_000, string? notice = null, Exception? failure = null)
    {
        var knowledge = TestKnowledge.Create();
        var index = new FixedIndex(knowledge, notice, failure);
        var answerer = new Answerer(knowledge, index);
        var passages = new PassageFinder(knowledge, added: null);
        Command[] commands = [new AskCommand(answerer, new ConversationMemory(TimeProvider.System)), new GuideCommand(knowledge, passages)];
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(knowledge)
            .AddSingleton(passages)
            .AddSingleton<KnowledgeIndex>(index)
            .AddSingleton(answerer)
            .AddSingleton(new LetterReader([TestKnowledge.LawFirm]))
            .AddSingleton(new Dispatcher([.. commands, new HelpCommand(commands)]))
            .AddNodeBotWeb(new WebOptions(new Uri("https://nodebot.example/"), limit));
        var app = builder.Build().MapNodeBotWeb();
        await app.StartAsync();
        return new WebHost(app);
    }

    public Task<HttpResponseMessage> AskAsync(string body, string? contentType = "application/json") => AskAsync(Encoding.UTF8.GetBytes(body), contentType);

    public async Task<HttpResponseMessage> AskAsync(byte[] body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Client.PostAsync("/api/ask", content);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
