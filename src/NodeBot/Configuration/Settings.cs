using Microsoft.Extensions.Configuration;
using NodeBot.Discord;
using NodeBot.Retrieval.Embedding;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;
using NodeBot.Web;

namespace NodeBot.Configuration;

/// <summary>Everything that can be set, checked. Read from <c>nodebot.json</c> in the data folder, then from the environment.</summary>
internal sealed record Settings
{
    private const int DefaultRateLimit = 60;
    private static readonly TimeSpan DefaultKeepClosed = TimeSpan.FromDays(30);

    private static readonly string[] KnownKeys =
    [
        "Knowledge", "PublicUrl", "RateLimitPerMinute", "Database", "KeysFolder", "Cases:KeepClosedDays",
        "Embedder:Kind", "Embedder:Endpoint", "Embedder:Model", "Embedder:ApiKey", "Embedder:QuestionPrefix", "Embedder:Concurrency",
        "Qdrant:Url", "Qdrant:ApiKey", "Qdrant:ReadOnlyApiKey", "Qdrant:Collection", "Qdrant:CaFile", "Qdrant:AllowPlainHttp", "Qdrant:TimeoutMs",
        "Qdrant:Shards", "Qdrant:Replicas", "Qdrant:WriteConsistency", "Qdrant:OnDisk",
        "Discord:Token", "Discord:PublicKey", "Discord:Gateway", "Discord:ApiUrl", "Discord:GatewayUrl", "Discord:Shards", "Discord:Style",
    ];

    public required string DataFolder { get; init; }

    public required string KnowledgeFolder { get; init; }

    /// <summary>Where people reach the web pages, when that is not where the program listens.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Addresses to listen on, separated by ';' (<c>ASPNETCORE_URLS</c>).</summary>
    public required string Urls { get; init; }

    public required int RateLimitPerMinute { get; init; }

    public required EmbedderOptions Embedder { get; init; }

    /// <summary>Where the database is.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>How long a case is kept after it was closed.</summary>
    public required TimeSpan KeepClosedCases { get; init; }

    /// <summary>Not set: the index is in this process.</summary>
    public required QdrantOptions Qdrant { get; init; }

    /// <summary>Not set: the bot is not on Discord.</summary>
    public required DiscordOptions Discord { get; init; }

    /// <summary>Address to put before the paths of pages in the terminal.</summary>
    public Uri PageUrl => PublicUrl ?? WebAddress.Open(Urls.Split(';')[0])!;

    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A setting is wrong; the message is one line that names the key and the mend.</exception>
    public static Settings Load()
    {
        var data = DataFolderPath();
        var configuration = Configure(data);
        RefuseUnknownKeys(configuration.GetSection("NodeBot"));
        var embedder = Bind(configuration);
        if (embedder.Problem() is { } problem)
            throw new SettingsException(problem);
        var knowledge = configuration["NodeBot:Knowledge"] is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "knowledge");
        return new Settings
        {
            DataFolder = data,
            KnowledgeFolder = knowledge,
            PublicUrl = ReadUrl(configuration["NodeBot:PublicUrl"]),
            Urls = ReadUrls(configuration["ASPNETCORE_URLS"]),
            RateLimitPerMinute = ReadLimit(configuration["NodeBot:RateLimitPerMinute"]),
            Embedder = embedder,
            Storage = ReadStorage(data, configuration),
            KeepClosedCases = ReadDays(configuration["NodeBot:Cases:KeepClosedDays"]),
            Qdrant = ReadQdrant(configuration.GetSection("NodeBot:Qdrant")),
            Discord = ReadDiscord(configuration.GetSection("NodeBot:Discord")),
        };
    }

    private static IConfigurationRoot Configure(string data)
    {
        var file = Path.Combine(data, "nodebot.json");
        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build();
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException($"{file} is not valid JSON: {e.InnerException?.Message ?? e.Message} Mend that line.");
        }
    }

    private static string DataFolderPath()
    {
        if (Environment.GetEnvironmentVariable("NODEBOT_DATA") is { Length: > 0 } data)
            return Path.GetFullPath(data);
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "nodebot");
    }

    private static void RefuseUnknownKeys(IConfigurationSection section)
    {
        foreach (var (key, value) in section.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && !KnownKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new SettingsException($"NodeBot:{key} is not a setting. Known are: {string.Join(", ", KnownKeys.Select(known => "NodeBot:" + known))}.");
        }
    }

    private static EmbedderOptions Bind(IConfigurationRoot configuration)
    {
        var section = configuration.GetSection("NodeBot:Embedder");
        if (section["Kind"] is { } kind && !Enum.GetNames<EmbedderKind>().Contains(kind, StringComparer.OrdinalIgnoreCase))
            throw new SettingsException($"NodeBot:Embedder:Kind is \"{kind}\"; use one of {string.Join(", ", Enum.GetNames<EmbedderKind>())}.");
        if (section["Concurrency"] is { } concurrency && !int.TryParse(concurrency, System.Globalization.CultureInfo.InvariantCulture, out _))
            throw new SettingsException($"NodeBot:Embedder:Concurrency is \"{concurrency}\"; set it to a number from 1 to 256.");
        return section.Get<EmbedderOptions>() ?? new EmbedderOptions();
    }

    private static StorageOptions ReadStorage(string data, IConfigurationRoot configuration)
    {
        var options = new StorageOptions(data, configuration["NodeBot:Database"]);
        return configuration["NodeBot:KeysFolder"] is { Length: > 0 } keys ? options with { KeysFolder = Path.GetFullPath(keys) } : options;
    }

    private static TimeSpan ReadDays(string? text)
    {
        if (text is null)
            return DefaultKeepClosed;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= 3650)
            return TimeSpan.FromDays(days);
        throw new SettingsException($"NodeBot:Cases:KeepClosedDays is \"{text}\"; set it to a number from 0 to 3650.");
    }

    private static QdrantOptions ReadQdrant(IConfigurationSection section)
    {
        CheckTypes(section, numbers: ["TimeoutMs", "Shards", "Replicas", "WriteConsistency"], flags: ["AllowPlainHttp", "OnDisk"], addresses: ["Url"]);
        var options = section.Get<QdrantOptions>() ?? new QdrantOptions();
        return options.Problem() is { } problem ? throw new SettingsException(problem) : options;
    }

    private static DiscordOptions ReadDiscord(IConfigurationSection section)
    {
        CheckTypes(section, numbers: ["Shards"], flags: ["Gateway"], addresses: ["ApiUrl", "GatewayUrl"]);
        if (section["Style"] is { } style && !Enum.GetNames<MessageStyle>().Contains(style, StringComparer.OrdinalIgnoreCase))
            throw new SettingsException($"NodeBot:Discord:Style is \"{style}\"; use one of {string.Join(", ", Enum.GetNames<MessageStyle>())}.");
        var options = section.Get<DiscordOptions>() ?? new DiscordOptions();
        return options.Problem() is { } problem ? throw new SettingsException(problem) : options;
    }

    // The binder's own errors name no key and no mend.
    private static void CheckTypes(IConfigurationSection section, string[] numbers, string[] flags, string[] addresses)
    {
        foreach (var key in numbers)
        {
            if (section[key] is { } number && !int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out _))
                throw new SettingsException($"NodeBot:{section.Key}:{key} is \"{number}\"; set it to a whole number.");
        }

        foreach (var key in flags)
        {
            if (section[key] is { } flag && !bool.TryParse(flag, out _))
                throw new SettingsException($"NodeBot:{section.Key}:{key} is \"{flag}\"; set it to true or false.");
        }

        foreach (var key in addresses)
        {
            if (section[key] is { } address && !Uri.TryCreate(address, UriKind.Absolute, out _))
                throw new SettingsException($"NodeBot:{section.Key}:{key} is \"{address}\"; write an absolute address, or leave it out.");
        }
    }

    private static Uri? ReadUrl(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        throw new SettingsException($"NodeBot:PublicUrl is \"{text}\"; write an absolute http(s) address, such as https://nodebot.example.org.");
    }

    private static string ReadUrls(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return WebAddress.Default;
        foreach (var url in text.Split(';'))
        {
            if (WebAddress.Open(url) is null)
                throw new SettingsException($"ASPNETCORE_URLS holds \"{url}\"; write addresses such as {WebAddress.Default}, separated by ';'.");
        }

        return text;
    }

    private static int ReadLimit(string? text)
    {
        if (text is null)
            return DefaultRateLimit;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= 100_000)
            return limit;
        throw new SettingsException($"NodeBot:RateLimitPerMinute is \"{text}\"; set it to a number from 1 to 100000.");
    }
}
