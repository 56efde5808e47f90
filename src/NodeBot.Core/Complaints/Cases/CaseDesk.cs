using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Privacy;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Begins cases and takes them one step further. Every step is written before it is shown, and the same step twice is one.</summary>
/// <param name="store">Where cases are.</param>
/// <param name="knowledge">Holds the playbooks.</param>
/// <param name="law">What a walk must know of countries.</param>
/// <param name="replies">Shows cases.</param>
/// <param name="time">The clock.</param>
public sealed class CaseDesk(CaseStore store, KnowledgeBase knowledge, CountryLaw law, CaseReplies replies, TimeProvider time)
{
    /// <summary>For a member of a surface on which nobody has a name.</summary>
    public static readonly Reply Nameless = Reply.Privately("I cannot tell here who you are, so I could not show a case to you alone. Use the web page, the terminal, or a private message to me.");

    private readonly AnswerReader _answers = new(new CountryNames(knowledge.Aliases));

    public CaseStore Store => store;

    public IReadOnlyList<Playbook> Playbooks => knowledge.Playbooks;

    public DateTimeOffset Now => time.GetUtcNow();

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <returns>A day that was typed, today when nothing was; or what is wrong with it.</returns>
    public (DateOnly Day, string? Problem) ReadDay(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (Today, null);
        var (value, problem) = _answers.Read(new PlaybookQuestion("received", "", "", QuestionKind.Date), typed, Today);
        return value is null ? (Today, problem) : (DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null);
    }

    /// <returns>The first question of a new case of a kind.</returns>
    public async Task<Reply> StartAsync(string member, Playbook playbook, CancellationToken cancellation) =>
        await AddAsync(member, new Case { Id = PrivateRecords.NewId(), Kind = playbook.Id, CreatedAt = Now, Reach = [member] }, cancellation).ConfigureAwait(false) is { } added
            ? await GoOnAsync(member, added, [], cancellation).ConfigureAwait(false)
            : Full();

    /// <returns>What was read in a letter, as a case that waits for the member's word.</returns>
    public Task<Case?> StartAsync(string member, string? kind, LetterFields letter, CancellationToken cancellation) =>
        AddAsync(member, new Case { Id = PrivateRecords.NewId(), Kind = kind, IsUnconfirmed = true, Letter = letter, CreatedAt = Now, Reach = [member] }, cancellation);

    /// <returns>That a member has as many cases as are kept.</returns>
    public static Reply Full() => Reply.Privately($"You have {PrivateRecords.MostPerMember} cases, and no more are kept. Delete one that is over: /complaint list shows them, /complaint delete removes one.");

    /// <returns>That there is no such case.</returns>
    public static Reply Missing() => Reply.Privately("There is no such case (any more). /complaint list shows those that you have; /complaint start begins a new one.");

    /// <returns>The case where it stands: to be confirmed, at a question, or its result.</returns>
    public async Task<Reply> ShowAsync(string member, Case @case, CancellationToken cancellation)
    {
        if (@case.IsUnconfirmed || replies.Playbook(@case) is null)
            return Confirm(@case);
        if (@case.ClosedAt is not null)
        {
            return CaseReplies.Private(
                [new TextBlock($"{replies.Title(@case)} ({@case.Id}) is closed. It is deleted on its own some time after closing; until then you can open it again.")],
                [new ReplyAction("Open it again", CaseStepCommand.Says(@case.Id, "reopen")), new ReplyAction("Delete it now", CaseStepCommand.Says(@case.Id, "delete"), ActionKind.Aside)]);
        }

        return await GoOnAsync(member, @case, [], cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes an answer; the same answer twice changes nothing.</summary>
    public async Task<Reply> AnswerAsync(string member, Case @case, string question, string? typed, CancellationToken cancellation)
    {
        var before = Walk(@case);
        if (before?.Questions.FirstOrDefault(asked => asked.Id == question) is not { } found)
            return await ShowAsync(member, @case, cancellation).ConfigureAwait(false);
        var (value, problem) = _answers.Read(found, typed, Today);
        if (value is null)
            return replies.Question(before, found, [], problem);
        return await PutAsync(member, @case, before, question, value, cancellation).ConfigureAwait(false);
    }

    /// <summary>Passes over a question.</summary>
    public async Task<Reply> SkipAsync(string member, Case @case, string question, CancellationToken cancellation) =>
        Walk(@case) is { } before && before.Questions.Any(asked => asked.Id == question)
            ? await PutAsync(member, @case, before, question, "", cancellation).ConfigureAwait(false)
            : await ShowAsync(member, @case, cancellation).ConfigureAwait(false);

    /// <summary>Asks a question again; null for the one that was answered last.</summary>
    public async Task<Reply> AskAgainAsync(string member, Case @case, string? question, CancellationToken cancellation)
    {
        var changed = await store.ChangeAsync(member, @case.Id, now => Without(now, question ?? now.Order.LastOrDefault()), cancellation).ConfigureAwait(false);
        return changed is null ? Missing() : await GoOnAsync(member, changed, [], cancellation).ConfigureAwait(false);
    }

    /// <returns>The form of a question, alone.</returns>
    public Reply Fill(Case @case, string question) =>
        Walk(@case)?.Questions.FirstOrDefault(asked => asked.Id == question) is { } found
            ? Reply.Privately(found.Text) with { Form = CaseReplies.Form(@case, found) with { Opener = null } }
            : Missing();

    /// <summary>Takes the member's word for what a letter is, and answers with what was read in it where the playbook asks for that.</summary>
    public async Task<Reply> ConfirmAsync(string member, Case @case, string? kind, CancellationToken cancellation)
    {
        var changed = await store.ChangeAsync(member, @case.Id, now => Confirmed(now, kind), cancellation).ConfigureAwait(false);
        if (changed is null)
            return Missing();
        return Walk(changed) is { } walk ? await GoOnAsync(member, changed, [.. walk.RedFlags], cancellation).ConfigureAwait(false) : Confirm(changed);
    }

    /// <summary>Changes what has no question: ticks, reminder, closing.</summary>
    /// <returns>The case as it is now; null when there is none.</returns>
    public Task<Case?> ChangeAsync(string member, Case @case, Func<Case, Case> change, CancellationToken cancellation) =>
        store.ChangeAsync(member, @case.Id, change, cancellation);

    /// <returns>Where a case stands; null while its kind is open.</returns>
    public CaseWalk? Walk(Case @case) => replies.Playbook(@case) is { } playbook ? new CaseWalk(playbook, @case, law, Today) : null;

    /// <returns>All kinds, to choose from.</returns>
    public IEnumerable<ReplyAction> Kinds(Func<Playbook, string> says) => knowledge.Playbooks.Select(playbook => new ReplyAction(playbook.Title, says(playbook)));

    private async Task<Case?> AddAsync(string member, Case @case, CancellationToken cancellation) =>
        await store.AddAsync(member, @case, cancellation).ConfigureAwait(false) ? @case : null;

    private async Task<Reply> PutAsync(string member, Case @case, CaseWalk before, string question, string value, CancellationToken cancellation)
    {
        var changed = await store.ChangeAsync(member, @case.Id, now => With(now, question, value, member), cancellation).ConfigureAwait(false);
        return changed is null ? Missing() : await GoOnAsync(member, changed, [.. before.RedFlags], cancellation).ConfigureAwait(false);
    }

    // Red flags that were shown before are not shown again with each question; the result has them all.
    private async Task<Reply> GoOnAsync(string member, Case @case, IReadOnlyList<RedFlag> shown, CancellationToken cancellation)
    {
        var walk = Walk(@case)!;
        if (walk.Next is { } next)
            return replies.Question(walk, next, walk.RedFlags.Where(flag => shown.All(other => other.Id != flag.Id)));
        if (!@case.IsReminderSettled)
        {
            var changed = await store.ChangeAsync(member, @case.Id, now => now.IsReminderSettled ? now : now with { IsReminderSettled = true, RemindAt = ReminderTime.Propose(walk, Now) }, cancellation).ConfigureAwait(false);
            if (changed is null)
                return Missing();
            walk = Walk(changed)!;
        }

        return replies.Result(walk, Now) with { Files = DeadlineCalendar.Files(walk) };
    }

    private Reply Confirm(Case @case)
    {
        var kind = replies.Playbook(@case);
        // What is alarming comes before everything else, also before the member's word.
        var blocks = new List<Block>();
        if (Walk(Confirmed(@case, null)) is { } walk)
            blocks.AddRange(replies.Flags(walk, [.. walk.RedFlags]));
        blocks.Add(new HeadingBlock(kind is null ? "I cannot tell what kind of letter this is" : "This looks like: " + kind.Title));
        if (kind is not null)
            blocks.Add(new TextBlock(kind.Summary));
        if (@case.Letter is { } letter)
            blocks.AddRange(CaseReplies.Read(letter));
        blocks.Add(new TextBlock(kind is null ? "Choose what comes nearest." : "Is that right? Compare it with the letter: I may have misread it. Nothing of the letter's text is kept."));
        var alternatives = kind is null ? knowledge.Playbooks : knowledge.Playbooks.Where(playbook => playbook != kind && @case.Letter?.Alternatives.Contains(playbook.Id) == true);
        var actions = new List<ReplyAction>();
        if (kind is not null)
            actions.Add(new ReplyAction("Yes, go on", CaseStepCommand.Says(@case.Id, "confirm")));
        actions.AddRange(alternatives.Select(playbook => new ReplyAction(kind is null ? playbook.Title : "Rather: " + playbook.Title, CaseStepCommand.Says(@case.Id, "kind", playbook.Id))).Take(kind is null ? 25 : 3));
        if (kind is not null)
            actions.Add(new ReplyAction("Something else", CaseStepCommand.Says(@case.Id, "kinds"), ActionKind.Aside));
        actions.Add(new ReplyAction("Delete it", CaseStepCommand.Says(@case.Id, "delete"), ActionKind.Aside));
        return CaseReplies.Private([.. blocks, new DisclaimerBlock()], actions);
    }

    private Case Confirmed(Case now, string? kind)
    {
        if (!now.IsUnconfirmed && kind is null)
            return now;
        now = now with { IsUnconfirmed = false, Kind = kind ?? now.Kind };
        if (replies.Playbook(now) is not { } playbook || now.Letter is not { } letter)
            return now;
        foreach (var question in playbook.Questions.Where(question => !now.Answers.ContainsKey(question.Id)))
        {
            var read = question.Id == "sender_country" ? "country" : question.Id == "received" ? "received" : question.Fills;
            if (read is not null && letter.Values.GetValueOrDefault(read) is { } value && _answers.Read(question, value, Today).Value is { } answer)
                now = With(now, question.Id, answer, null);
        }

        return now;
    }

    private static Case With(Case @case, string question, string value, string? member) =>
        @case.Answers.GetValueOrDefault(question) == value
            ? @case
            : @case with
            {
                Answers = @case.Answers.SetItem(question, value),
                Order = @case.Order.Remove(question).Add(question),
                Reach = member is null ? @case.Reach : @case.Reach.Add(member),
            };

    private static Case Without(Case @case, string? question) =>
        question is null || !@case.Answers.ContainsKey(question)
            ? @case
            : @case with { Answers = @case.Answers.Remove(question), Order = @case.Order.Remove(question) };
}
