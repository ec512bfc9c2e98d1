using System.Globalization;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.App.Demo;

/// <summary>One pair's first steps, each done by the person whose step it is: contract, signatures, first check-in.</summary>
internal sealed class DemoPairing(IPairingGrain grain, DemoIds ids, ParticipantState mentor, ParticipantState mentee, IReadOnlyList<string> skills)
{
    private const int FirstCheckInMinutes = 45;

    private Actor Mentor => ids.Person(mentor.Id, Role.Mentor);

    private Actor Mentee => ids.Person(mentee.Id, Role.Mentee);

    /// <summary>Drafts, proposes and signs what is not signed yet; true when something was left to do.</summary>
    public async Task<bool> SignAsync()
    {
        var view = (await grain.Get(Mentee)).OrThrow();
        if (view.Row.Stage != PairingStage.Contracting)
        {
            return false;
        }

        if (view.Contracts.IsEmpty)
        {
            view = (await grain.Handle(Mentee, Command("draft"), new DraftContract(Terms()))).OrThrow();
        }

        if (view.Contracts[^1].Status == ContractStatus.Draft)
        {
            view = (await grain.Handle(Mentee, Command("propose"), new ProposeContract())).OrThrow();
        }

        (await grain.Handle(Mentor, Command("mentor signs"), new SignContract(view.Contracts[^1].Number))).OrThrow();
        (await grain.Handle(Mentee, Command("mentee signs"), new SignContract(view.Contracts[^1].Number))).OrThrow();
        return true;
    }

    /// <summary>Logs the first check-in; true when it was not logged yet.</summary>
    public async Task<bool> CheckInAsync(DateTimeOffset now)
    {
        var view = (await grain.Get(Mentor)).OrThrow();
        if (view.CheckIns.Any(checkIn => checkIn.CheckIn.Status == CheckInStatus.Done))
        {
            return false;
        }

        var note = $"We agreed on how we work together. {mentee.DisplayName} begins with {Focus()}.";
        (await grain.Handle(Mentor, Command("first check-in"), new LogCheckIn(now, FirstCheckInMinutes, Note: note, NoteVisibility: Visibility.Pair))).OrThrow();
        return true;
    }

    private Domain.Identifiers.CommandId Command(string step) => ids.Command(mentor.Id.ToString(), mentee.Id.ToString(), step);

    private ContractTerms Terms() => new()
    {
        MentorRole = $"{mentor.DisplayName} challenges, listens and opens doors; decisions stay with {mentee.DisplayName}.",
        Objectives = [Objective()],
        CadenceDays = 14,
        Milestones =
        [
            new Milestone("First visible step", $"A piece of real work that needed {Focus()}, debriefed together", ["Situation chosen", "Feedback asked for"], null),
            new Milestone("Midcourse", "Both say in writing what to keep and what to change", [], null),
        ],
        ConfidentialityNorms = "What is said here stays here, unless both agree to share it or somebody is in danger.",
        FeedbackChannels = ["In the session", "A short note within two days of an event"],
        EscalationPath = "The program manager; after three days without an answer, the sponsor.",
        Boundaries = new Boundaries
        {
            MentorHoursPerMonth = Math.Clamp(mentor.Profile.HoursPerMonth / Math.Max(1, mentor.Profile.MaxMentees), 1, 40),
            FeedbackKinds = ["Observed behaviour", "Preparation of decisions"],
            TopicsOutOfScope = ["Pay", "Performance ratings"],
        },
    };

    private MeasurableObjective Objective()
    {
        var (index, level, target) = Gap();
        return index < 0
            ? new MeasurableObjective(mentee.Profile.Intake.Goals.FirstOrDefault() ?? "Grow into the next role", "Two pieces of observed evidence", "Both partners agree")
            : new MeasurableObjective(
                $"Grow in {skills[index]} towards the role aimed at",
                $"Self-assessment against the framework's level of {skills[index]}, with two pieces of observed evidence",
                string.Create(CultureInfo.InvariantCulture, $"from {level:0.##} to {target:0.##}"));
    }

    private string Focus() => Gap().Index is >= 0 and var index ? skills[index].ToLowerInvariant() : "a first goal";

    /// <summary>The widest gap between the mentee's own level and the level aimed at; -1 when there is none.</summary>
    private (int Index, double Level, double Target) Gap()
    {
        if (mentee.Profile.Rating is not { TargetLevels.IsEmpty: false } rating)
        {
            return (-1, 0, 0);
        }

        var index = Enumerable.Range(0, skills.Count).MaxBy(skill => rating.TargetLevels[skill] - rating.Levels[skill]);
        return rating.TargetLevels[index] > rating.Levels[index] ? (index, rating.Levels[index], rating.TargetLevels[index]) : (-1, 0, 0);
    }
}
