using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Rotation;

/// <summary>Fields of <c>RotationStage</c>.</summary>
internal static class RotationStageFields
{
    public static DateTimeOffset StartsAt(NumberedStage parent) => parent.Stage.StartsAt;

    public static DateTimeOffset EndsAt(NumberedStage parent) => parent.Stage.EndsAt;

    public static bool Begun(NumberedStage parent) => parent.Stage.Begun;

    public static async Task<RoundRow?> RoundAsync(NumberedStage parent, Caller caller, GrainReader reader) =>
        parent.Stage.Round is { } round ? (await reader.RoundAsync(caller, round))?.ToRow() : null;
}
