using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>What became of an interaction.</summary>
public sealed class FakeInteractionState(string token)
{
    private readonly TaskCompletionSource<JsonNode> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Token { get; } = token;

    /// <summary>The first answer; null while there is none.</summary>
    public JsonNode? First { get; private set; }

    public ConcurrentQueue<JsonNode> Edits { get; } = new();

    public ConcurrentQueue<JsonNode> FollowUps { get; } = new();

    public bool IsDeleted { get; set; }

    /// <summary>Waits for the first answer, for at most ten seconds.</summary>
    public Task<JsonNode> FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Takes an answer as given, though the one who gave it does not learn of it.</summary>
    public void Lose() => Answer(new JsonObject { ["type"] = 4 });

    internal void Answer(JsonNode response)
    {
        First ??= response;
        _first.TrySetResult(response);
    }
}
