using NodeBot.Core.Conversation;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Rendering;

/// <summary>Makes messages of a reply, each within Discord's limits.</summary>
internal static class ReplyRenderer
{
    /// <summary>Characters of all texts of a message together: sure for components and embeds alike.</summary>
    public const int MostCharacters = 4000;

    // With the container, a line, ten files, a form's button and two rows of five buttons this stays within 40 components.
    private const int MostPieces = 12;

    private const int MostFiles = 10;
    private const int ButtonsInRow = 5;
    private const int LinesInSelect = 25;
    private const int MostSelects = 3;
    private const int LongestButton = 80;
    private const int LongestLine = 100;
    private const int Blue = 0x3B6EA8;

    /// <returns>At least one message; what can be pressed and the files go with the last one.</returns>
    public static IReadOnlyList<OutgoingMessage> Render(Reply reply, RenderOptions options)
    {
        var pieces = reply.Blocks.Where(block => block is not DisclaimerBlock).SelectMany(block => BlockText.Of(block, options)).Select(text => new Piece(text, HasLineAbove: false)).ToList();
        if (BlockText.SeeAlso(reply.Blocks, options) is { } seeAlso)
            pieces.Add(new Piece(seeAlso, HasLineAbove: true));
        if (reply.Blocks.OfType<DisclaimerBlock>().FirstOrDefault() is { } disclaimer)
            pieces.AddRange(BlockText.Of(disclaimer, options).Select(text => new Piece(text, HasLineAbove: false)));
        var groups = Pack(pieces);
        return [.. groups.Select((group, i) => i < groups.Count - 1 ? Message(group, [], [], options) : Message(group, Rows(reply, options.Texts), [.. reply.Files.Take(MostFiles)], options))];
    }

    /// <returns>The modal of a form.</returns>
    public static ModalProperties Modal(Form form) => new(
        PressKey.Modal(form.Says),
        Cut(form.Title, 45),
        [.. form.Fields.Select(field => ComponentProperties.Labelled(
            Cut(field.Label, 45),
            Cut(field.Description, 100),
            field.Choices.Count > 0
                ? ComponentProperties.Select(field.Option, null, [.. field.Choices.Select(choice => new SelectOptionProperties(Cut(choice.Label, LongestLine), choice.Value) { Default = choice.Value == field.Value ? true : null })]) with { Required = field.IsRequired }
                : ComponentProperties.Input(field.Option, field.IsLong, field.Value.Length == 0 ? null : Cut(field.Value, field.MaxLength), field.IsRequired, field.MaxLength)))]);

    private static List<List<Piece>> Pack(List<Piece> pieces)
    {
        var groups = new List<List<Piece>> { new() };
        var length = 0;
        foreach (var piece in pieces)
        {
            if (groups[^1].Count > 0 && (length + piece.Text.Length > MostCharacters - groups[^1].Count * 2 || groups[^1].Count == MostPieces))
            {
                groups.Add([]);
                length = 0;
            }

            groups[^1].Add(piece);
            length += piece.Text.Length;
        }

        return groups;
    }

    private static OutgoingMessage Message(List<Piece> pieces, List<ComponentProperties> rows, IReadOnlyList<ReplyFile> files, RenderOptions options)
    {
        var attachments = files.Count == 0 ? null : files.Select((file, i) => new AttachmentProperties(FormattableString.Invariant($"{i}"), file.Name, file.Description)).ToList();
        var flags = options.IsEphemeral ? MessageProperties.Ephemeral : 0;
        if (options.Style == MessageStyle.Embeds)
        {
            return new OutgoingMessage(
                new MessageProperties
                {
                    Embeds = pieces.Count == 0 ? null : [new EmbedProperties(string.Join("\n\n", pieces.Select(piece => piece.Text)), Blue)],
                    Components = rows.Count == 0 ? null : rows,
                    Attachments = attachments,
                    Flags = flags == 0 ? null : flags,
                },
                files);
        }

        var inside = pieces.SelectMany((piece, i) => piece.HasLineAbove && i > 0 ? [ComponentProperties.Line(), ComponentProperties.Text(piece.Text)] : new[] { ComponentProperties.Text(piece.Text) }).Concat(files.Select(file => ComponentProperties.Attachment(file.Name)));
        return new OutgoingMessage(
            new MessageProperties { Components = [ComponentProperties.Container([.. inside], Blue), .. rows], Attachments = attachments, Flags = flags | MessageProperties.ComponentsV2 },
            files);
    }

    private static List<ComponentProperties> Rows(Reply reply, Texts texts)
    {
        var actions = reply.Actions.Where(action => PressKey.Button(action.Says) is not null).DistinctBy(action => action.Says).ToList();
        var next = actions.Where(action => action.Kind == ActionKind.Next).ToList();
        var rows = new List<ComponentProperties>();
        // What opens a form stands by itself: among many choices nobody would find it.
        if (reply.Form is { Opener: { } opens } form)
            rows.Add(Row([new ReplyAction(form.Title, opens)]));
        if (next.Count is > 0 and <= ButtonsInRow)
            rows.Add(Row(next));
        else
            rows.AddRange(next.Chunk(LinesInSelect).Take(MostSelects).Select((chunk, i) => Select(chunk, i, texts)));
        rows.AddRange(new[] { ActionKind.Aside, ActionKind.Verdict }.Select(kind => actions.Where(action => action.Kind == kind).Take(ButtonsInRow).ToList()).Where(row => row.Count > 0).Select(Row));
        return rows;
    }

    private static ComponentProperties Row(IEnumerable<ReplyAction> actions) =>
        ComponentProperties.Row([.. actions.Select(action => ComponentProperties.Button(Cut(action.Label, LongestButton), PressKey.Button(action.Says)!))]);

    private static ComponentProperties Select(ReplyAction[] actions, int number, Texts texts) => ComponentProperties.Row(ComponentProperties.Select(
        FormattableString.Invariant($"{PressKey.Pick}{number}"),
        texts["askNext"],
        [.. actions.Select(action => new SelectOptionProperties(Cut(action.Label, LongestLine), action.Says))]));

    private sealed record Piece(string Text, bool HasLineAbove);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
