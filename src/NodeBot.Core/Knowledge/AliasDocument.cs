namespace NodeBot.Core.Knowledge;

/// <summary>Reads <c>aliases.yaml</c>: each form may stand for one canonical term only.</summary>
internal sealed class AliasDocument(YamlSource yaml)
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public void Read(string text, List<Alias> aliases)
    {
        foreach (var entry in yaml.ReadList(text))
        {
            var alias = new Alias(
                yaml.Text(entry, "canonical"),
                yaml.Choice<AliasKind>(entry, "kind"),
                YamlSource.OptionalText(entry, "code"),
                yaml.Texts(entry, "aliases"),
                yaml.Texts(entry, "caseSensitive"));
            if (alias.Kind == AliasKind.Country && alias.CountryCode is not { Length: 2 })
                yaml.Report(entry, $"The country \"{alias.Canonical}\" has no code.", "Add its ISO 3166-1 alpha-2 code: 'code: \"DE\"'.");
            foreach (var form in alias.Forms.Append(alias.Canonical).Concat(alias.CaseSensitiveForms).Distinct(StringComparer.Ordinal))
            {
                if (!_owners.TryAdd(form, alias.Canonical))
                    yaml.Report(entry, $"\"{form}\" stands for both \"{_owners[form]}\" and \"{alias.Canonical}\".", "Keep it in one of the two.");
            }

            aliases.Add(alias);
        }
    }
}
