using System.Collections.Immutable;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>Counts, column by column, the people without data that matching would use.</summary>
internal sealed class RosterGaps
{
    private static readonly (string Column, Func<RegisterParticipant, bool> IsMissing)[] Questions =
    [
        (RosterColumns.ProfileCode, person => person.Rating is null),
        (RosterColumns.TargetCode, person => person.Kind == ParticipantKind.Mentee && person.Rating?.TargetCode is null),
        (RosterColumns.Languages, person => person.Intake.Languages.IsEmpty),
        (RosterColumns.Experiences, person => person.Kind == ParticipantKind.Mentor && person.Intake.Experiences.IsEmpty),
        (RosterColumns.WantedExperiences, person => person.Kind == ParticipantKind.Mentee && person.Intake.WantedExperiences.IsEmpty),
        (RosterColumns.Priorities, person => person.Kind == ParticipantKind.Mentee && person.Intake.Priorities.IsEmpty),
    ];

    private readonly int[] counts = new int[Questions.Length];

    public void Count(RosterPerson person)
    {
        for (var question = 0; question < Questions.Length; question++)
        {
            counts[question] += Questions[question].IsMissing(person.Registration) ? 1 : 0;
        }
    }

    public ImmutableArray<MissingData> ToMissing() =>
        [.. Questions.Select((question, place) => new MissingData(question.Column, counts[place])).Where(missing => missing.People > 0)];
}
