using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Conversation;

public sealed class ConversationMemoryTests
{
    [Fact]
    public void The_last_question_is_remembered_for_a_quarter_of_an_hour_and_by_its_conversation_alone()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var memory = new ConversationMemory(time);
        memory.Remember("thread 1", new AskedBefore("first", null));
        memory.Remember("thread 1", new AskedBefore("second", "quote"));
        memory.Last("thread 1")!.Question.ShouldBe("second");
        memory.Last("thread 2").ShouldBeNull();
        time.Advance(TimeSpan.FromMinutes(14));
        memory.Last("thread 1")!.Question.ShouldBe("second");
        time.Advance(TimeSpan.FromMinutes(2));
        memory.Last("thread 1").ShouldBeNull();
    }
}
