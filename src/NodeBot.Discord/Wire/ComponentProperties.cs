namespace NodeBot.Discord.Wire;

/// <summary>A component of a message or a modal; each type uses some of the fields.</summary>
internal sealed record ComponentProperties(ComponentType Type)
{
    private const int Secondary = 2;
    private const int ShortInput = 1;
    private const int ParagraphInput = 2;

    public IReadOnlyList<ComponentProperties>? Components { get; init; }

    public ComponentProperties? Component { get; init; }

    public string? Content { get; init; }

    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public int? Style { get; init; }

    public int? AccentColor { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }

    public bool? Required { get; init; }

    public bool? Divider { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<SelectOptionProperties>? Options { get; init; }

    // Also the name of a component's kind on the wire.
    public MediaProperties? File { get; init; }

    public static ComponentProperties Text(string content) => new(ComponentType.TextDisplay) { Content = content };

    public static ComponentProperties Line() => new(ComponentType.Separator) { Divider = true };

    public static ComponentProperties Attachment(string name) => new(ComponentType.File) { File = new MediaProperties("attachment://" + name) };

    public static ComponentProperties Container(IReadOnlyList<ComponentProperties> components, int color) =>
        new(ComponentType.Container) { Components = components, AccentColor = color };

    public static ComponentProperties Row(params IReadOnlyList<ComponentProperties> components) => new(ComponentType.ActionRow) { Components = components };

    public static ComponentProperties Button(string label, string customId) => new(ComponentType.Button) { Style = Secondary, Label = label, CustomId = customId };

    public static ComponentProperties Select(string customId, string? placeholder, IReadOnlyList<SelectOptionProperties> options) =>
        new(ComponentType.StringSelect) { CustomId = customId, Placeholder = placeholder, Options = options };

    public static ComponentProperties Labelled(string label, string description, ComponentProperties component) =>
        new(ComponentType.Label) { Label = label, Description = description, Component = component };

    public static ComponentProperties Input(string customId, bool isLong, string? value, bool required, int maxLength) =>
        new(ComponentType.TextInput) { CustomId = customId, Style = isLong ? ParagraphInput : ShortInput, Value = value, Required = required, MaxLength = maxLength };
}
