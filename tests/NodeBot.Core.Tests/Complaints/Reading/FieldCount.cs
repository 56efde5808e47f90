namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>How often one field was recognised.</summary>
/// <param name="Name">The field's name.</param>
internal sealed record FieldCount(string Name)
{
    public int Right { get; set; }

    /// <summary>Stands in the letter and was not found.</summary>
    public int Missed { get; set; }

    /// <summary>Something else was found than stands in the letter.</summary>
    public int Wrong { get; set; }

    public double Share => Right / (double)Math.Max(1, Right + Missed + Wrong);
}
