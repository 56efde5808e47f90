namespace NodeBot.Storage;

/// <summary>The database cannot be used. The message is one line that says why and how to mend it; it holds no password.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
