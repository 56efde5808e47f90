using NodeBot.Retrieval.Qdrant;

namespace NodeBot.Retrieval.Tests.Qdrant;

public sealed class NodeFailoverTests
{
    private static readonly Uri[] Nodes = [new("http://one/"), new("http://two/base/"), new("http://three/")];

    [Fact]
    public async Task A_message_that_is_sent_again_goes_to_the_next_node_and_later_ones_stay_with_the_one_that_answers()
    {
        var asked = new List<string>();
        using var invoker = new HttpMessageInvoker(new NodeFailover(Nodes) { InnerHandler = new Answering(asked, alive: "three") });
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://one/collections/a?b=c");
        await Should.ThrowAsync<HttpRequestException>(invoker.SendAsync(message, default));
        await Should.ThrowAsync<HttpRequestException>(invoker.SendAsync(message, default));
        (await invoker.SendAsync(message, default)).IsSuccessStatusCode.ShouldBeTrue();
        using var next = new HttpRequestMessage(HttpMethod.Get, "http://one/x");
        await invoker.SendAsync(next, default);
        asked.ShouldBe(["http://one/collections/a?b=c", "http://two/base/collections/a?b=c", "http://three/collections/a?b=c", "http://three/x"]);
    }

    private sealed class Answering(List<string> asked, string alive) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri!.ToString());
            return request.RequestUri.Host == alive ? Task.FromResult(new HttpResponseMessage()) : throw new HttpRequestException("dead");
        }
    }
}
