namespace NodeBot.Core.Knowledge;

public enum AliasKind
{
    Country,
    Law,
    Term,
    Name,
}
