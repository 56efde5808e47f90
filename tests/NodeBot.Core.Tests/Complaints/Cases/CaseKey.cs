using System.Text.Json;

namespace NodeBot.Core.Tests.Complaints.Cases;

internal static class CaseKey
{
    /// <returns>All of a case, to compare.</returns>
    public static string ChangeKey(this NodeBot.Core.Complaints.Cases.Case @case) => JsonSerializer.Serialize(@case);
}
