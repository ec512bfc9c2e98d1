using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>Checks a profile field by field, for registration and for rosters alike.</summary>
public static class ParticipantProfileCheck
{
    /// <summary>Finds the first field at fault.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>Null when all is right; INPUT_INVALID with the field's name.</returns>
    public static Refusal? Check(RegisterParticipant profile) =>
        Inputs.Text(profile.ExternalId, "externalId", 100)
            ?? Inputs.Line(profile.Name, "name", required: false)
            ?? Inputs.Line(profile.Title, "title")
            ?? Inputs.Line(profile.Division, "division", required: false)
            ?? Inputs.Line(profile.Location, "location", required: false)
            ?? Inputs.TimeZone(profile.TimeZone, "timeZone")
            ?? (profile.WorkingHours.From < profile.WorkingHours.To ? null : Inputs.Invalid("workingHours", "must begin before they end"))
            ?? Inputs.Range(profile.HoursPerMonth, "hoursPerMonth", 0, 80)
            ?? (profile.Kind == ParticipantKind.Mentor
                ? Inputs.Range(profile.MaxMentees, "maxMentees", 1, 20)
                : Inputs.Range(profile.MaxMentees, "maxMentees", 0, 0))
            ?? Inputs.Text(profile.ReportsTo, "reportsTo", 100, required: false)
            ?? Inputs.Lines(profile.Exclusions, "exclusions", 0, 50)
            ?? CheckIntake(profile.Intake)
            ?? (profile.Rating is { } rating ? CheckRating(rating) : null);

    private static Refusal? CheckRating(Rating rating) =>
        Inputs.Count(rating.Levels, "rating.levels", 0, 100)
            ?? (rating.Levels.All(double.IsFinite) ? null : Inputs.Invalid("rating.levels", "must be finite numbers"))
            ?? Inputs.Count(rating.TargetLevels, "rating.targetLevels", 0, 100)
            ?? (rating.TargetLevels.All(double.IsFinite) ? null : Inputs.Invalid("rating.targetLevels", "must be finite numbers"));

    private static Refusal? CheckIntake(Intake intake) =>
        Inputs.Lines(intake.Goals, "goals", 0, 10)
            ?? Inputs.Lines(intake.Experiences, "experiences", 0, 50)
            ?? Inputs.Lines(intake.WantedExperiences, "wantedExperiences", 0, 50)
            ?? Inputs.Lines(intake.LearningStyles, "learningStyles", 0, 10)
            ?? Inputs.Lines(intake.Languages, "languages", 0, 20)
            ?? Inputs.Lines(intake.Priorities, "priorities", 0, 10);
}
