namespace NodeBot.Core.Privacy;

/// <summary>What a <see cref="PrivateRecord"/> holds.</summary>
public enum PrivateKind
{
    Case,
    Letter,
}
