using NodeBot.Retrieval.Qdrant;

namespace NodeBot.Retrieval.Tests.Qdrant;

public sealed class PointIdTests
{
    [Fact]
    public void Ids_are_the_same_for_ever() =>
        // If this fails, every index in the world must be built anew: do not change it.
        PointId.Of("guide/do-not-log/reasons").ShouldBe(new Guid(Expected));

    [Fact]
    public void Ids_are_UUIDs_of_version_5()
    {
        var id = PointId.Of("answer/x");
        id.Version.ShouldBe(5);
        (id.Variant & 0b1100).ShouldBe(0b1000);
    }

    private const string Expected = "be2fe56c-914a-5726-934b-1073f7bc9baf";
}
