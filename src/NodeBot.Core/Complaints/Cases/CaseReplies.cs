using System.Globalization;
using System.Text;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Shows cases: a question, the result, the list. Everything is for the member alone.</summary>
/// <param name="knowledge">Holds the passages that are quoted.</param>
public sealed class CaseReplies(KnowledgeBase knowledge)
{
    // What fits a button beside its number.
    private const int LongestLabel = 70;
    private const int MostOrganisations = 3;

    // They find help elsewhere too.
    private static readonly string[] Everywhere = ["EU", "US"];

    // An archive of letters is no help to somebody in a hurry.
    private const string Archive = "archive";

    /// <returns>The next question of a walk, red flags that were raised just now above it.</returns>
    public Reply Question(CaseWalk walk, PlaybookQuestion question, IEnumerable<RedFlag> raised, string? problem = null)
    {
        var id = walk.Case.Id;
        var blocks = new List<Block>();
        if (problem is not null)
            blocks.Add(new TextBlock(problem));
        blocks.AddRange(Flags(walk, [.. raised]));
        blocks.Add(new HeadingBlock($"{walk.Playbook.Title}: question {walk.Answered + 1} of {walk.Questions.Count}"));
        blocks.Add(new TextBlock(question.Text));
        blocks.Add(new TextBlock("Why we ask: " + question.Why));
        if (walk.Case.Letter is { } letter && question.Fills is { } fills && letter.Values.GetValueOrDefault(fills) is { } read)
            blocks.AddRange([new TextBlock("I read in your letter:"), new MemberTextBlock(read)]);
        var actions = question.Choices.Select(choice => new ReplyAction(choice.Label, CaseStepCommand.Says(id, "answer", $"{question.Id} {choice.Value}"))).ToList();
        actions.Add(new ReplyAction("Skip this question", CaseStepCommand.Says(id, "skip", question.Id), ActionKind.Aside));
        if (walk.Case.Order.Count > 0)
            actions.Add(new ReplyAction("Back", CaseStepCommand.Says(id, "back"), ActionKind.Aside));
        actions.Add(new ReplyAction("Save and go on later", CaseStepCommand.Says(id, "later"), ActionKind.Aside));
        return Private(blocks, actions) with { Form = question.Choices.Count > 0 ? null : Form(walk.Case, question) };
    }

    /// <returns>The form of a question that is answered by writing.</returns>
    public static Form Form(Case @case, PlaybookQuestion question) => new(
        "Your answer",
        CaseStepCommand.Says(@case.Id, "answer", question.Id),
        [
            new FormField(CaseStepCommand.ValueOption, Label(question.Kind), Cut(question.Text, 100), AnswerReader.MaxLength)
            {
                Value = @case.Answers.GetValueOrDefault(question.Id) is { Length: > 0 } before ? before : question.Fills is { } fills ? @case.Letter?.Values.GetValueOrDefault(fills) ?? "" : "",
            },
        ])
    {
        Opener = CaseStepCommand.Says(@case.Id, "fill", question.Id),
    };

    /// <returns>What follows from the answers: red flags, checklist, never-do list, facts, quotes, letters, reminder.</returns>
    public Reply Result(CaseWalk walk, DateTimeOffset now)
    {
        var @case = walk.Case;
        var blocks = new List<Block>();
        blocks.AddRange(Flags(walk, [.. walk.RedFlags], inFull: true));
        blocks.Add(new HeadingBlock(walk.Playbook.Title));
        blocks.Add(new TextBlock($"{walk.Playbook.Summary}\n{Urgency(walk, now)}"));
        if (@case.Country() is { } country && walk.Playbook.Variants.GetValueOrDefault(country) is { } variant)
            blocks.Add(new TextBlock($"In {CountryNames.English(country)}: {variant}"));
        blocks.AddRange([new HeadingBlock("What to do, in this order"), Checklist(walk)]);
        blocks.AddRange([new HeadingBlock("What not to do"), new TextBlock(Lines(walk.Playbook.Never, "✗ "))]);
        if (walk.Playbook.ReplyMust.Count > 0 && walk.Letters.Any())
            blocks.AddRange([new HeadingBlock("What belongs in your reply"), new TextBlock(Lines(walk.Playbook.ReplyMust, "+ ") + "\n" + Lines(walk.Playbook.ReplyMustNot, "✗ "))]);
        blocks.AddRange([new HeadingBlock("Who to turn to"), new TextBlock(Lines(walk.Playbook.Contacts, "- "))]);
        blocks.AddRange(Told(walk));
        blocks.AddRange(Quotes(walk));
        if (walk.Playbook.Confidence == Confidence.Low)
            blocks.Add(new TextBlock("Check this: our research is not sure of it."));
        blocks.Add(new DisclaimerBlock());
        return Private(blocks, ResultActions(walk));
    }

    /// <returns>The steps, each to be ticked.</returns>
    public static Reply Ticks(CaseWalk walk) => Private(
        [new HeadingBlock(walk.Playbook.Title), Checklist(walk), new TextBlock("Choose a step to tick it, or to take the tick away.")],
        [
            .. walk.Steps.Select((pair, i) => new ReplyAction(Cut($"{(walk.Case.Done.Contains(pair.Number) ? "☑" : "☐")} {i + 1}. {pair.Step.Text}", LongestLabel), CaseStepCommand.Says(walk.Case.Id, "tick", $"{Number(pair.Number)} {(walk.Case.Done.Contains(pair.Number) ? "off" : "on")}"))),
            new ReplyAction("Back to the result", CaseStepCommand.Says(walk.Case.Id, "show"), ActionKind.Aside),
        ]);

    /// <returns>What was answered, each to be changed.</returns>
    public static Reply Answers(CaseWalk walk) => Private(
        [new TextBlock("Which answer do you want to change?")],
        [
            .. walk.Questions.Where(question => walk.Case.Answers.ContainsKey(question.Id)).Select(question => new ReplyAction(Cut(question.Text, LongestLabel), CaseStepCommand.Says(walk.Case.Id, "change", question.Id))),
            new ReplyAction("Back", CaseStepCommand.Says(walk.Case.Id, "show"), ActionKind.Aside),
        ]);

    /// <returns>A member's cases.</returns>
    public Reply List(IReadOnlyList<Case> cases, DateTimeOffset now)
    {
        if (cases.Count == 0)
            return Private([new TextBlock("You have no case. Start one with /complaint start, or paste your letter into /explain.")], []);
        var blocks = new List<Block> { new HeadingBlock(cases.Count == 1 ? "Your case" : $"Your {cases.Count} cases") };
        blocks.AddRange(cases.Select(@case => new TextBlock(Line(@case, now))));
        return Private(blocks, [.. cases.Select(@case => new ReplyAction(Cut($"{Title(@case)} ({@case.Id})", LongestLabel), $"/complaint resume {@case.Id}"))]);
    }

    /// <returns>The title of a case: its kind.</returns>
    public string Title(Case @case) => Playbook(@case)?.Title ?? "A letter not yet named";

    /// <returns>The playbook of a case; null while its kind is open, or when the knowledge no longer has it.</returns>
    public Playbook? Playbook(Case @case) => knowledge.Playbooks.FirstOrDefault(playbook => playbook.Id == @case.Kind);

    /// <returns>A reply for nobody but the member.</returns>
    public static Reply Private(IReadOnlyList<Block> blocks, IReadOnlyList<ReplyAction> actions) => new(blocks, actions) { Visibility = Visibility.Private };

    /// <returns>What was read in a letter, to be confirmed; the values are the letter's words.</returns>
    public static IEnumerable<Block> Read(LetterFields letter)
    {
        var lines = letter.Values.Select(pair => $"{FieldName(pair.Key)}: {pair.Value}").ToList();
        if (letter.Demands.Length > 0)
            lines.Add("Demands: " + string.Join(", ", letter.Demands.Select(demand => demand.Replace('_', ' '))));
        return lines.Count == 0 ? [] : [new TextBlock("What I read in the letter:"), new MemberTextBlock(string.Join('\n', lines))];
    }

    /// <returns>Red flags, with those who can help.</returns>
    public IEnumerable<Block> Flags(CaseWalk walk, IReadOnlyList<RedFlag> flags, bool inFull = false)
    {
        foreach (var flag in flags)
        {
            yield return new HeadingBlock("Stop: " + flag.Title);
            yield return new TextBlock(flag.Text);
        }

        if (flags.Count == 0)
            yield break;
        var helpers = Organisations(walk.Country).ToList();
        if (helpers.Count == 0)
            yield break;
        yield return new TextBlock(inFull ? "Who can help you:" : "Who can help you: " + string.Join(", ", helpers.Select(helper => helper.Title)) + ".");
        foreach (var helper in helpers)
            yield return AskCommand.Quote(helper, helper.Text, 0, leads: inFull);
    }

    // Those of the country first, then those who find helpers elsewhere.
    private IEnumerable<Passage> Organisations(string? country) => knowledge.Passages
        .Where(passage => passage.Source == PassageSource.Organisation && passage.Country is { } of && (of == country || Everywhere.Contains(of)) && !passage.Keywords.Contains(Archive))
        .OrderBy(passage => passage.Country == country ? 0 : 1)
        .Take(MostOrganisations);

    private static string Urgency(CaseWalk walk, DateTimeOffset now)
    {
        if (walk.Deadline is not { } deadline)
            return "How soon: " + walk.Playbook.Urgency;
        var days = deadline.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        var left = days switch { < 0 => "it is over: answer today, and get advice", 0 => "today", 1 => "tomorrow", _ => $"in {days} days" };
        return $"Your deadline: {deadline.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {left}.";
    }

    private static TextBlock Checklist(CaseWalk walk) => new(string.Join('\n', walk.Steps.Select((pair, i) => $"{(walk.Case.Done.Contains(pair.Number) ? "☑" : "☐")} {i + 1}. {pair.Step.Text}")));

    // The member's own words, and the letter's.
    private static IEnumerable<Block> Told(CaseWalk walk)
    {
        var told = new StringBuilder();
        foreach (var question in walk.Questions)
        {
            if (walk.Given(question.Id) is { } answer)
                told.AppendLine(CultureInfo.InvariantCulture, $"{question.Text} {question.Choices.FirstOrDefault(choice => choice.Value == answer)?.Label ?? (question.Kind == QuestionKind.Country ? CountryNames.English(answer) : answer)}");
        }

        if (told.Length > 0)
            yield return new HeadingBlock("The facts as you gave them");
        if (told.Length > 0)
            yield return new MemberTextBlock(told.ToString().TrimEnd());
        if (walk.Case.Letter is { } letter)
        {
            foreach (var block in Read(letter))
                yield return block;
        }
    }

    private IEnumerable<Block> Quotes(CaseWalk walk)
    {
        var number = 0;
        var law = walk.Country is { } country ? knowledge.Find("jurisdiction/" + country.ToLowerInvariant()) : null;
        foreach (var passage in walk.Playbook.Rests.Select(knowledge.Find).Append(law).OfType<Passage>())
        {
            yield return AskCommand.Quote(passage, passage.Text, ++number, leads: true);
            foreach (var note in knowledge.NotesAbout(passage.Id))
                yield return NoteBlock.Of(note);
        }

        if (knowledge.Find(walk.Playbook.PassageId) is { } own)
            yield return AskCommand.Quote(own, own.Text, ++number, leads: false);
    }

    private List<ReplyAction> ResultActions(CaseWalk walk)
    {
        var id = walk.Case.Id;
        var actions = walk.Letters.Select(letter => new ReplyAction("Write: " + LetterTitle(letter.Id), CaseStepCommand.Says(id, "letter", letter.Id))).Take(2).ToList();
        actions.Add(new ReplyAction("Tick what is done", CaseStepCommand.Says(id, "ticks")));
        actions.Add(new ReplyAction(walk.Case.RemindAt is { } at ? $"Reminder: {ReminderTime.Show(at)}" : "Set a reminder", CaseStepCommand.Says(id, "remind")));
        actions.Add(new ReplyAction("Change an answer", CaseStepCommand.Says(id, "answers")));
        actions.Add(new ReplyAction("Take it to another device", CaseStepCommand.Says(id, "code"), ActionKind.Aside));
        actions.Add(new ReplyAction("Close the case", CaseStepCommand.Says(id, "close"), ActionKind.Aside));
        actions.Add(new ReplyAction("Delete it", CaseStepCommand.Says(id, "delete"), ActionKind.Aside));
        return actions;
    }

    private string LetterTitle(string id) => knowledge.Letters.FirstOrDefault(letter => letter.Id == id)?.Title["en"] ?? id;

    private string Line(Case @case, DateTimeOffset now)
    {
        var line = new StringBuilder($"{Title(@case)} ({@case.Id}), begun {@case.CreatedAt.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        if (@case.ClosedAt is { } closed)
            line.Append(CultureInfo.InvariantCulture, $", closed {closed.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        else if (@case.IsUnconfirmed)
            line.Append(", waits for your word");
        if (@case.RemindAt is { } at)
            line.Append(at <= now ? $". Reminder: it is time to look at it" : $". Reminder: {ReminderTime.Show(at)}");
        return line.Append('.').ToString();
    }

    private static string Label(QuestionKind kind) => kind switch
    {
        QuestionKind.Date => "Date, such as 2026-11-24",
        QuestionKind.Amount => "Sum and currency, such as 915.00 EUR",
        QuestionKind.Ip => "IP address",
        QuestionKind.Country => "Country",
        _ => "Your answer",
    };

    private static string FieldName(string field) => field switch
    {
        "ip" => "IP address",
        "incidentAt" => "Time of the incident",
        "port" => "Port",
        "amount" => "Sum",
        "country" => "Country of the sender",
        "claimant" => "In whose name",
        _ => char.ToUpperInvariant(field[0]) + field[1..],
    };

    private static string Lines(IEnumerable<string> lines, string mark) => string.Join('\n', lines.Select(line => mark + line));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
