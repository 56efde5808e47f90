using System.Net;
using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Registries;

/// <summary><c>/registry</c>: which registry keeps an address or a country's addresses, and what can be written into it. The address is used for the answer and not kept.</summary>
public sealed class RegistryCommand(KnowledgeBase knowledge, CountryFinder countries) : Command
{
    public const string Name = "registry";
    private const string PlaceOption = "place";

    // Finds the right registry by itself (RFC 9224).
    private const string Bootstrap = "https://rdap.org/ip/";

    private readonly AddressBlocks _blocks = AddressBlocks.Load();

    public override CommandSpec Spec { get; } = new(
        Name,
        "Which IP registry is yours, and how your address gets shown as an exit; addresses are not kept",
        [new OptionSpec(PlaceOption, "A country, or an IP address", Required: false, CountryQuestion.MaxLength) { Completes = true }],
        "/registry Germany")
    {
        // An address tells who somebody is.
        IsPrivate = true,
    };

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(Answer(turn.Options.GetValueOrDefault(PlaceOption)?.Trim() ?? ""));

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>([.. countries.Covered.Where(jurisdiction => jurisdiction.Code != "EU").Select(jurisdiction => new OptionChoice(jurisdiction.Name, jurisdiction.Code))]);

    private Reply Answer(string text)
    {
        if (text.Length == 0)
        {
            var regions = knowledge.Registries.All.Select(registry => $"{registry.Name}: {registry.Region}");
            return Reply.Privately($"Name a country or an IP address: {Spec.Example}\n{string.Join('\n', regions)}".TrimEnd());
        }

        if (AddressBlocks.Parse(text) is { } address)
            return OfAddress(address);
        if (text.Any(char.IsAsciiDigit) && (text.Contains('.', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal)))
            return Reply.Privately("That is not a whole IP address. Write it like 198.51.100.7 or 2001:db8::7, without a port, or name a country.");
        if (knowledge.Registries.Named(text) is { } named)
            return Private([.. Blocks(named, null)]);
        return OfCountry(text);
    }

    private Reply OfCountry(string text)
    {
        var match = countries.Find(text);
        if (match.Code is null)
        {
            return Reply.Privately(match.Candidates.Count > 0
                ? $"I am not sure which country you mean: {string.Join(", ", match.Candidates.Select(countries.NameOf))}? Write its name in full."
                : "I do not know that place. Write a country's name or code, or an IP address.");
        }

        if (knowledge.Registries.Of(match.Code) is { } registry)
            return Private([new TextBlock($"Addresses in {countries.NameOf(match.Code)} are normally kept by {registry.Name}."), .. Blocks(registry, null)]);
        return Private([new TextBlock($"I have not written down which registry serves {countries.NameOf(match.Code)}. It is one of {string.Join(", ", knowledge.Registries.All.Select(one => one.Name))}. Look your address up: put it behind {Bootstrap}")]);
    }

    private Reply OfAddress(IPAddress address)
    {
        var block = _blocks.Find(address);
        if (block?.Use is { } use)
            return Reply.Privately($"This address is set aside for {use}: it belongs to nobody, stands in no registry, and is not the address that others see of your node. Look up the public address of your node: your provider's panel shows it.");
        if (block is null && !AddressBlocks.IsGivenOut(address))
            return Reply.Privately("This address is not given out to anyone yet. Check it for a slip.");
        var registry = block is null ? null : knowledge.Registries.Named(block.Registry!);
        if (registry is null)
        {
            var which = block?.Registry is { } known ? known.ToUpperInvariant() : $"one of {string.Join(", ", knowledge.Registries.All.Select(one => one.Name))}";
            return Private([new TextBlock($"This address is kept by {which}."), Look(Bootstrap, address)]);
        }

        var text = block!.IsSure
            ? $"This address is in a block of {registry.Name}. Single networks move between registries; the link shows the record."
            : $"This address is in an old block. It is kept by one of the five registries, most likely {registry.Name}; the link finds the right one.";
        return Private([new TextBlock(text), .. Blocks(registry, block.IsSure ? Look(registry.Rdap + "ip/", address) : Look(Bootstrap, address))]);
    }

    // Who opens the link tells the registry the address; the bot itself asks nobody.
    private static LinksBlock Look(string start, IPAddress address) =>
        new("The record (opening it tells the registry which address you look up); the entity with the role \"abuse\" gets the complaints:", [new SourceReference("RDAP", start + address)]);

    private IEnumerable<Block> Blocks(Registry registry, LinksBlock? look)
    {
        if (look is not null)
            yield return look;
        yield return new HeadingBlock($"{registry.Name}: {registry.Region}");
        yield return new HeadingBlock("If you rent the address from a provider");
        if (knowledge.Registries.Basics is { } basics)
        {
            yield return new TextBlock(basics.Correction);
            yield return new TextBlock($"{string.Join('\n', registry.Customer.Union(basics.WithoutOwnSpace, StringComparer.Ordinal))}\nWords for a remark: {basics.Remark}");
        }
        else
        {
            yield return new TextBlock(string.Join('\n', registry.Customer));
        }

        yield return new HeadingBlock("If you hold the block yourself");
        yield return new TextBlock(string.Join('\n', registry.Holder));
        yield return new TextBlock($"Abuse contact: {registry.AbuseObject}\nPrivate persons: {registry.Individuals}\nWhois: {registry.Whois}");
        if (look is null && knowledge.Registries.Basics is { } check)
            yield return new TextBlock(check.CheckYourself);
        var unsure = registry.Confidence == Confidence.Low ? " Check this: not sure." : "";
        yield return new LinksBlock($"As of {registry.AsOf}, confidence {registry.Confidence.ToString().ToLowerInvariant()}.{unsure} Sources:", [.. registry.Sources, .. knowledge.Registries.Basics?.Sources ?? []]);
    }

    private static Reply Private(IReadOnlyList<Block> blocks) => new(blocks, []) { Visibility = Visibility.Private };
}
