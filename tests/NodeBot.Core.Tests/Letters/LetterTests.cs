using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;

namespace NodeBot.Core.Tests.Letters;

public sealed class LetterTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.Load(Folders.Knowledge).Knowledge!;
    private static readonly LetterWriter Writer = new(Knowledge);

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var template in Knowledge.Letters)
            {
                foreach (var language in LetterTemplate.Languages)
                    all.Add(template.Id, language);
            }

            return all;
        }
    }

    [Fact]
    public void There_are_fourteen_letters_or_more_and_those_that_the_playbooks_name() =>
        Knowledge.Playbooks.SelectMany(playbook => playbook.Letters).Select(letter => letter.Id).Distinct().Except(Knowledge.Letters.Select(letter => letter.Id)).ShouldBeEmpty();

    // NODEBOT_WRITE_GOLDEN=1 writes them anew: look at what changed before you commit it.
    [Theory]
    [MemberData(nameof(All))]
    public void A_letter_reads_as_it_was_approved(string id, string language)
    {
        var template = Writer.Find(id)!;
        var (values, problems) = LetterWriter.Check(template, language, template.Fields.ToDictionary(field => field.Name, field => field.Example));
        problems.ShouldBeEmpty("Every example is a value that the field takes.");
        var text = template.IsPage ? Writer.WritePage(template, language, values) : Writer.Write(template, language, values).Text;
        var golden = Path.Combine(Folders.Tests, "NodeBot.Core.Tests", "Letters", "Golden", $"{id}.{language}.txt");
        if (Environment.GetEnvironmentVariable("NODEBOT_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, text);
        }

        text.ShouldBe(File.ReadAllText(golden));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_choice_and_every_field_left_out_gives_a_whole_letter(string id, string language)
    {
        var template = Writer.Find(id)!;
        var filled = template.Fields.ToDictionary(field => field.Name, field => field.Example);
        var bare = template.Fields.Where(field => field.IsRequired).ToDictionary(field => field.Name, field => field.Example);
        foreach (var choice in template.Fields.SelectMany(field => field.Choices, (field, choice) => (field.Name, choice.Value)).Append(("", "")))
        {
            foreach (var values in new[] { filled, bare })
            {
                var text = Writer.Write(template, language, new Dictionary<string, string>(values) { [choice.Item1] = choice.Item2 }).Text;
                text.ShouldNotContain("{");
                text.ShouldNotContain("\n\n\n");
                text.ShouldNotContain("  ");
                text.ShouldNotContain(" ,");
                text.ShouldNotContain("()");
                text.ShouldNotEndWith(" ");
            }
        }
    }

    [Theory]
    [InlineData("{{ contact }}{% if name %}x{% endif %}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</p><img src=x onerror=alert(1)>")]
    [InlineData("{% clause x %}{{ 'a' | upcase }}")]
    public void What_is_written_into_a_field_stays_what_was_written(string hostile)
    {
        foreach (var template in Knowledge.Letters)
        {
            var typed = template.Fields.ToDictionary(field => field.Name, field => field.Type == LetterFieldType.Text && field.Name != "rdns" ? hostile : field.Example);
            var (values, _) = LetterWriter.Check(template, "en", typed);
            var letter = Writer.Write(template, "en", values);
            letter.Text.ShouldContain(hostile);
            var page = Writer.WritePage(template, "en", values);
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<img");
        }
    }

    [Fact]
    public void Characters_that_turn_or_hide_text_are_taken_out()
    {
        var template = Writer.Find("inform-isp")!;
        var (values, _) = LetterWriter.Check(template, "en", new Dictionary<string, string> { ["name"] = "A\u202Eevil\u0007\u200Bz\r\nB", ["network"] = "x", ["contact"] = "a@b.org" });
        values["name"].ShouldBe("Aevilz B");
    }

    [Theory]
    [InlineData("ip", "999.1.1.1", "is no IP address")]
    [InlineData("ip", "", "the letter needs it")]
    [InlineData("contact", "nobody", "is no e-mail address")]
    [InlineData("contact", "<a@b.org>", "is no e-mail address")]
    [InlineData("notice_url", "javascript:alert(1)", "is no web address")]
    [InlineData("since", "soon", "is no date")]
    [InlineData("no_logs", "perhaps", "is none of")]
    public void A_wrong_value_is_told_with_an_example(string field, string typed, string problem)
    {
        var template = Writer.Find("reply-copyright-eu")!;
        var (_, problems) = LetterWriter.Check(template, "en", new Dictionary<string, string> { [field] = typed });
        problems[field].ShouldContain(problem);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_and_not_cut() =>
        LetterWriter.Check(Writer.Find("inform-isp")!, "en", new Dictionary<string, string> { ["name"] = new('x', 10_000) }).Problems["name"].ShouldContain("10000 characters");

    [Fact]
    public void Every_claim_about_law_rests_on_a_passage_and_is_marked_when_research_is_not_sure()
    {
        var unsure = Knowledge.Passages.First(passage => passage.Confidence == Confidence.Low);
        new WrittenClause("x", "y", [unsure]).IsUnsure.ShouldBeTrue();
        foreach (var template in Knowledge.Letters)
        {
            foreach (var clause in template.Clauses)
            {
                // A section, an article or a statute stands in no clause that rests on nothing.
                if (clause.Passages.Count == 0)
                    clause.Text["en"].ShouldNotMatch(@"\b(Article|section|U\.S\.C|Regulation|DDG|GDPR)\b", $"{template.Id} {clause.Id}");
            }
        }
    }

    [Fact]
    public void Numbers_of_laws_in_a_clause_stand_in_the_passages_that_it_rests_on()
    {
        foreach (var clause in Knowledge.Letters.SelectMany(letter => letter.Clauses).Where(clause => clause.Passages.Count > 0).DistinctBy(clause => clause.Id + clause.Text["en"]))
        {
            var rests = string.Join('\n', clause.Passages.Select(Knowledge.Find).Select(passage => passage!.Text));
            foreach (System.Text.RegularExpressions.Match number in System.Text.RegularExpressions.Regex.Matches(clause.Text["en"], @"\d+(\(\w\))?(/\d+)?", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
                rests.ShouldContain(number.Value, Case.Sensitive, $"{clause.Id}: {clause.Text["en"]}");
        }
    }
}
