using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>The letters beside these tests: written for them, apart from those in the knowledge.</summary>
public sealed class LetterEvaluationTests
{
    private const double LeastKinds = 0.9;
    private const double LeastDeadlines = 0.95;

    // What is wrong here would be told to people as a fact.
    private static readonly string[] NeverInvented = ["ip", "port", "amount", "references", "incidentAt", "deadline"];

    private static readonly LetterReader Reader = new(KnowledgeLoader.Load(Folders.Knowledge).Knowledge!.Playbooks);

    [Fact]
    public void Letters_are_recognised()
    {
        var evaluation = LetterEvaluation.Of(Reader, ExpectedLetter.LoadAll());
        TestContext.Current.TestOutputHelper!.WriteLine(evaluation.ToString());
        evaluation["kind"].Share.ShouldBeGreaterThanOrEqualTo(LeastKinds, evaluation.ToString());
        evaluation["deadline"].Share.ShouldBeGreaterThanOrEqualTo(LeastDeadlines, evaluation.ToString());
        foreach (var field in NeverInvented)
            evaluation[field].Wrong.ShouldBe(0, $"{field}\n{evaluation}");
    }
}
