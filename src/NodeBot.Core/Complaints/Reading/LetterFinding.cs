namespace NodeBot.Core.Complaints.Reading;

/// <summary>What was recognised in a letter. A field that the text does not give is null or empty.</summary>
public sealed record LetterFinding
{
    /// <summary>Name of a playbook; null when the text is no complaint.</summary>
    public string? Kind { get; init; }

    /// <summary>0 to 1: of the kind, or, without one, of its being none.</summary>
    public double Confidence { get; init; }

    /// <summary>Other kinds that it may be, likeliest first.</summary>
    public IReadOnlyList<KindGuess> Alternatives { get; init; } = [];

    public DateOnly? Deadline { get; init; }

    /// <summary>The sum demanded, such as <c>915.00 EUR</c>.</summary>
    public string? Amount { get; init; }

    /// <summary>ISO 3166-1 code of the country that the sender writes from.</summary>
    public string? Country { get; init; }

    public string? Ip { get; init; }

    public int? Port { get; init; }

    /// <summary>ISO 8601; ends in Z when the letter gives a zone.</summary>
    public string? IncidentAt { get; init; }

    /// <summary>In whose name the sender writes.</summary>
    public string? Claimant { get; init; }

    public string? Sender { get; init; }

    /// <summary>File, case and ticket numbers, as written.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Of: stop, remove_content, pay, sign_declaration, give_data, preserve_data, block, reply, appear, delete_data, secure_server.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>Of: court, police, deadline_48h, sign, pay, threat_to_life.</summary>
    public IReadOnlyList<string> RedFlags { get; init; } = [];
}
