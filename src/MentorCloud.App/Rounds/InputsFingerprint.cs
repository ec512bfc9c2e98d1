using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Rounds;

/// <summary>Tells whether people, levels or places have changed between two readings.</summary>
internal static class InputsFingerprint
{
    /// <summary>SHA-256 over what scores and rules depend on, first 16 bytes in hexadecimal.</summary>
    public static string Of(SolveTask task)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(task.CompetencyNames, ContractsJson.Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(task.Scales.SelectMany(scale => new[] { scale.Least, scale.Most }).Append(task.Skills)));
        foreach (var person in task.Mentors.Concat(task.Mentees))
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Essence.Of(person), ContractsJson.Options));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private sealed record Essence(RegisterParticipant Profile, IReadOnlyList<string> Preferences, int Load)
    {
        public static Essence Of(ParticipantState person) =>
            new(person.Profile, [.. person.Preferences.Select(each => each.ToString())], person.Slots.Length);
    }
}
