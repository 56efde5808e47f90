namespace NodeBot.Configuration;

/// <summary>A setting is wrong. The message is one line that names the key and the mend.</summary>
internal sealed class SettingsException(string message) : Exception(message);
