using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>Competencies that a command names must be the framework's, and levels must lie on its scales (requirement 54).</summary>
public static class CompetencyCheck
{
    /// <summary>Whether a command names competencies: self-assessments, 360-degree reviews, plan items.</summary>
    /// <param name="command">The command.</param>
    /// <returns>True when it does.</returns>
    public static bool Concerns(PairingCommand command) =>
        command is AssessSelf or OpenReview360 or WriteEntry { Kind: EntryKind.PlanItem };

    /// <summary>Refuses what the framework does not have.</summary>
    /// <param name="command">A command that was accepted otherwise.</param>
    /// <param name="competencies">The framework in use; empty when the tenant has none, then every name is right.</param>
    /// <returns>COMPETENCY_UNKNOWN or INPUT_INVALID with the field, or null.</returns>
    public static Refusal? Refuse(PairingCommand command, ImmutableArray<Competency> competencies) => competencies.IsEmpty ? null : command switch
    {
        AssessSelf assess => Inputs.FirstOf(assess.Levels, (level, index) =>
            RefuseName(competencies, level.Competency, $"levels.{index}.competency") ?? RefuseLevel(competencies, level, $"levels.{index}.level")),
        OpenReview360 review => Inputs.FirstOf(review.Competencies, (name, index) => RefuseName(competencies, name, $"competencies.{index}")),
        WriteEntry { Kind: EntryKind.PlanItem } item => RefuseName(competencies, item.Topic!, "topic"),
        _ => null,
    };

    private static Refusal? RefuseName(ImmutableArray<Competency> competencies, string name, string field) => Find(competencies, name) is null
        ? new Refusal(ErrorCodes.CompetencyUnknown, $"The framework has no competency '{name}'; take one of its names.", field)
        : null;

    private static Refusal? RefuseLevel(ImmutableArray<Competency> competencies, CompetencyLevel level, string field)
    {
        var scale = Find(competencies, level.Competency)!;
        return level.Level >= scale.Least && level.Level <= scale.Most
            ? null
            : Inputs.Invalid(field, FormattableString.Invariant($"must lie on the framework's scale, {scale.Least}..{scale.Most}"));
    }

    private static Competency? Find(ImmutableArray<Competency> competencies, string name) =>
        competencies.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal));
}
