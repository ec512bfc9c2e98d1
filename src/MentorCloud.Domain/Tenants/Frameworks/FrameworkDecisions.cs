using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>What a framework and its pages decide.</summary>
public static class FrameworkDecisions
{
    /// <summary>Makes the framework of its pages.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">Its id.</param>
    /// <param name="command">What it holds.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The framework; INPUT_INVALID, ALREADY_EXISTS.</returns>
    public static Decision<FrameworkState> Import(FrameworkState? state, FrameworkId id, ImportFramework command, DateTimeOffset now)
    {
        if (state is not null)
        {
            return new Refusal(ErrorCodes.AlreadyExists, "This framework exists already; import changes as a new version.");
        }

        var refusal = Inputs.Line(command.Name, "name")
            ?? Inputs.Count(command.Competencies, "competencies", 1, 100)
            ?? Inputs.FirstOf(command.Competencies, Check)
            ?? UniqueNames(command.Competencies);
        if (refusal is not null)
        {
            return refusal;
        }

        var imported = new FrameworkState
        {
            Id = id,
            Name = command.Name.Trim(),
            Competencies = command.Competencies,
            Pages = command.Pages,
            Profiles = command.Profiles,
            ImportedAt = now,
        };
        return Decision<FrameworkState>.Accept(
            imported, new FrameworkImported(imported.Name, imported.Competencies.Length, imported.Profiles));
    }

    /// <summary>Checks one page of profiles.</summary>
    /// <param name="profiles">1..100 profiles.</param>
    /// <returns>Null when right, INPUT_INVALID when not.</returns>
    public static Refusal? CheckPage(ImmutableArray<FrameworkProfile> profiles) =>
        Inputs.Count(profiles, "profiles", 1, FrameworkState.ProfilesPerPage)
            ?? Inputs.FirstOf(profiles, (profile, index) =>
                Inputs.Line(profile.Code, $"profiles.{index}.code")
                ?? Inputs.Line(profile.Title, $"profiles.{index}.title")
                ?? (profile.Levels.All(double.IsFinite) ? null : Inputs.Invalid($"profiles.{index}.levels", "must be finite numbers")));

    private static Refusal? Check(Competency competency, int index) =>
        Inputs.Line(competency.Name, $"competencies.{index}.name")
            ?? (competency.Least < competency.Most ? null : Inputs.Invalid($"competencies.{index}.least", "must be below most"))
            ?? Inputs.FirstOf(competency.Anchors, (anchor, place) =>
                Inputs.Line(anchor.Text, $"competencies.{index}.anchors.{place}.text")
                ?? (anchor.Level >= competency.Least && anchor.Level <= competency.Most
                    ? null
                    : Inputs.Invalid($"competencies.{index}.anchors.{place}.level", "is outside the competency's scale")));

    private static Refusal? UniqueNames(ImmutableArray<Competency> competencies)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Inputs.FirstOf(competencies, (competency, index) =>
            seen.Add(competency.Name) ? null : Inputs.Invalid($"competencies.{index}.name", "stands twice in the framework"));
    }
}
