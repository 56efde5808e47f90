using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Jurisdictions;

/// <summary>Keeps what is posted; a second post under the same key is the first one.</summary>
internal sealed class RecordingPoster : ChannelPoster
{
    public List<(string Channel, Reply Reply, string Once)> Posts { get; } = [];

    public int Tries { get; private set; }

    public string? Problem { get; set; }

    public override Task<string?> PostAsync(string community, string channel, Reply reply, string once, CancellationToken cancellation)
    {
        once.Length.ShouldBeLessThanOrEqualTo(25);
        Tries++;
        if (Problem is null && (once.Length == 0 || Posts.All(post => post.Once != once || post.Channel != channel)))
            Posts.Add((channel, reply, once));
        return Task.FromResult(Problem);
    }

    public override Task<string?> CheckAsync(string community, string channel, CancellationToken cancellation) => Task.FromResult(Problem);
}
