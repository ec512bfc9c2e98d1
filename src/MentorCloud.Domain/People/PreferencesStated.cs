using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person said whom they wish for. For whom is not in the fact.</summary>
/// <param name="Participant">The person.</param>
/// <param name="Count">How many they named; 0 when they took their wishes back.</param>
public sealed record PreferencesStated(ParticipantId Participant, int Count) : Fact;
