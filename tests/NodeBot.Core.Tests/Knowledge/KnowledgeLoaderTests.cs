using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Knowledge;

public sealed class KnowledgeLoaderTests : IDisposable
{
    private const string Guide = """
        ---
        title: A guide
        url: https://example.org/
        language: en
        asOf: 2024-12
        touchesLaw: guide/law/
        ---

        ## One

        <!-- passage: guide/one/first | First -->
        The first thing. It has two sentences.

        ## Law

        <!-- passage: guide/law/second | Second -->
        The second thing.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("nodebot-test-").FullName;

    [Fact]
    public void The_shipped_knowledge_has_no_problems()
    {
        var loaded = KnowledgeLoader.Load(Folders.Knowledge);
        loaded.Problems.ShouldBeEmpty();
        loaded.Knowledge.ShouldNotBeNull();
        loaded.Knowledge.Neighbours.Sum(topic => topic.Questions.Count).ShouldBeGreaterThanOrEqualTo(300);
        loaded.Knowledge.Aliases.Sum(alias => alias.Forms.Count).ShouldBeGreaterThanOrEqualTo(300);
    }

    [Fact]
    public void Good_files_give_passages_in_order_with_section_text_and_law()
    {
        var knowledge = Load().Knowledge.ShouldNotBeNull();
        knowledge.Passages.Select(passage => passage.Id).ShouldBe(["guide/one/first", "guide/law/second"]);
        var first = knowledge.Find("guide/one/first").ShouldNotBeNull();
        first.Section.ShouldBe("One");
        first.Text.ShouldBe("The first thing. It has two sentences.");
        first.TouchesLaw.ShouldBeFalse();
        knowledge.Find("guide/law/second").ShouldNotBeNull().TouchesLaw.ShouldBeTrue();
    }

    [Fact]
    public void A_passage_keeps_its_id_and_text_when_another_is_put_before_it()
    {
        var before = Load().Knowledge!.Find("guide/law/second");
        Write("guide/guide.md", Guide.Replace("## One", "## One\n\n<!-- passage: guide/one/new | New -->\nSomething new.", StringComparison.Ordinal));
        Write("guide/questions/new.yaml", Questions("guide/one/new", "Something new"));
        Load().Knowledge!.Find("guide/law/second")!.Text.ShouldBe(before!.Text);
    }

    [Fact]
    public void An_id_used_twice_is_named() =>
        Problem(() => Write("guide/second.md", Guide)).ShouldContain("used twice");

    [Fact]
    public void Questions_for_a_passage_that_does_not_exist_are_named_with_their_line()
    {
        var problem = ProblemOf(() => Write("guide/questions/bad.yaml", "\n\n" + Questions("guide/one/gone", "x")));
        problem.Line.ShouldBe(3);
        problem.File.ShouldBe("guide/questions/bad.yaml");
        problem.What.ShouldContain("guide/one/gone");
        problem.Mend.ShouldNotBeEmpty();
    }

    [Fact]
    public void Evidence_that_does_not_stand_in_the_passage_is_named() =>
        Problem(() => Write("guide/questions/b.yaml", Questions("guide/law/second", "third thing"))).ShouldContain("third thing");

    [Fact]
    public void The_same_question_for_two_passages_is_named() =>
        Problem(() => Write("guide/questions/b.yaml", Questions("guide/law/second", "second thing", owner: "guide/one/first"))).ShouldContain("already belongs");

    [Fact]
    public void Too_few_questions_are_named() =>
        Problem(() => Write("guide/questions/b.yaml", "- passage: guide/law/second\n  facts:\n    - evidence: \"second\"\n      questions:\n        en: [\"a?\", \"b?\"]")).ShouldContain("has 2 anticipated questions");

    [Theory]
    [InlineData("about: [\"guide/one/gone\"]", "does not exist")]
    [InlineData("about: []", "'about' is missing")]
    [InlineData("sources: []", "'sources' is missing")]
    [InlineData("sources: [{name: \"n\", url: \"javascript:alert(1)\"}]", "not an http(s) address")]
    [InlineData("asOf: \"soon\"", "asOf of")]
    [InlineData("confidence: \"sure\"", "'confidence' is \"sure\"")]
    [InlineData("text: \"\"", "'text' is missing")]
    [InlineData("concerns: \"words that are not there\"", "do not stand")]
    public void A_wrong_note_is_named(string wrong, string expected)
    {
        var key = wrong[..wrong.IndexOf(':', StringComparison.Ordinal)];
        string[] fields =
        [
            "id: \"note/a\"", "title: \"t\"", "about: [\"guide/one/first\"]", "text: \"x\"", "confidence: \"high\"", "asOf: \"2026-07\"",
            "sources: [{name: \"n\", url: \"https://example.org/\"}]", "questions: {en: [\"is it so?\", \"is it not so?\"]}",
        ];
        var note = string.Join("\n  ", fields.Where(field => !field.StartsWith(key + ":", StringComparison.Ordinal)).Append(wrong));
        Problem(() => Write("notes/a.yaml", "- " + note)).ShouldContain(expected);
    }

    [Fact]
    public void An_alias_for_two_terms_is_named() =>
        Problem(() => Write("aliases.yaml", "- {canonical: \"police\", kind: \"term\", aliases: [\"cops\"]}\n- {canonical: \"corn\", kind: \"term\", aliases: [\"cops\"]}")).ShouldContain("stands for both");

    [Fact]
    public void Broken_yaml_is_named_with_its_line() =>
        ProblemOf(() => Write("aliases.yaml", "- canonical: \"police\"\n  kind: \"term")).What.ShouldContain("not valid YAML");

    [Fact]
    public void A_folder_without_knowledge_is_named() =>
        KnowledgeLoader.Load(Path.Combine(_folder, "nothing")).Problems.ShouldHaveSingleItem().What.ShouldContain("no knowledge");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Questions(string passage, string evidence, string? owner = null) =>
        $"- passage: \"{passage}\"\n  facts:\n    - evidence: \"{evidence}\"\n      questions:\n        en: ["
        + string.Join(", ", Enumerable.Range(0, KnowledgeLoader.QuestionsPerPassage).Select(i => $"\"{owner ?? passage} {i}?\"")) + "]\n";

    private KnowledgeLoadResult Load()
    {
        if (!File.Exists(Path.Combine(_folder, "guide/guide.md")))
            Write("guide/guide.md", Guide);
        if (!File.Exists(Path.Combine(_folder, "guide/questions/a.yaml")))
            Write("guide/questions/a.yaml", Questions("guide/one/first", "first thing"));
        if (!File.Exists(Path.Combine(_folder, "guide/questions/b.yaml")))
            Write("guide/questions/b.yaml", Questions("guide/law/second", "second thing"));
        return KnowledgeLoader.Load(_folder);
    }

    private string Problem(Action spoil) => ProblemOf(spoil).ToString();

    private KnowledgeProblem ProblemOf(Action spoil)
    {
        spoil();
        var loaded = Load();
        loaded.Knowledge.ShouldBeNull();
        return loaded.Problems[0];
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
