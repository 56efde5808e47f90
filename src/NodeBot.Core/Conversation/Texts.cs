using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace NodeBot.Core.Conversation;

/// <summary>The bot's own short words in a language: labels, and names and descriptions of commands. English is the source.</summary>
public sealed class Texts
{
    /// <summary>ISO 639-1 codes of the languages there are, English first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "de", "nl", "fr", "es", "ru", "uk"];

    private static readonly FrozenDictionary<string, Texts> All = Languages.ToFrozenDictionary(code => code, Load, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _texts;

    private Texts(FrozenDictionary<string, string> texts) => _texts = texts;

    public IEnumerable<string> Keys => _texts.Keys;

    /// <param name="key">One that <c>Texts/en.json</c> holds.</param>
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake of ours, found by the tests.</exception>
    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : All["en"]._texts[key];

    /// <param name="language">ISO 639-1, with or without a region: <c>de</c>, <c>es-ES</c>.</param>
    /// <returns>The texts of that language; English where there are none.</returns>
    public static Texts For(string language) => All.GetValueOrDefault(language.Split('-')[0], All["en"]);

    /// <returns>The translated name of a command ("ask.name"), its description ("ask.description"), the same of an option ("ask.question.name") or the label of a choice ("nodebot.settings.mentions.thread"); null where the English of the spec stands.</returns>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    private static Texts Load(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"texts.{language}.json")!;
        return new Texts(JsonSerializer.Deserialize(stream, TextsJson.Default.DictionaryStringString)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
