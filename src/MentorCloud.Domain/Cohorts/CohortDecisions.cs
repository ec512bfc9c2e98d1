using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts;

/// <summary>What a cohort decides.</summary>
public static class CohortDecisions
{
    /// <summary>Designs a new cohort.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="id">Its id.</param>
    /// <param name="design">The design.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The cohort in design; INPUT_INVALID, ALREADY_EXISTS.</returns>
    public static Decision<CohortState> Create(CohortState? state, TenantId tenant, CohortId id, CohortDesign design, DateTimeOffset now)
    {
        if (state is not null)
        {
            return new Refusal(ErrorCodes.AlreadyExists, "This cohort exists already.");
        }

        return CheckDesign(design) is { } refusal
            ? refusal
            : Decision<CohortState>.Accept(
                new CohortState { Id = id, Tenant = tenant, Design = design, CreatedAt = now }, new CohortDesigned(id, design.Name));
    }

    /// <summary>Changes the design. Once open, only weights, sponsor, outcomes and cadence can change.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="design">The whole new design.</param>
    /// <returns>The changed cohort; INPUT_INVALID, COHORT_CLOSED, COHORT_ALREADY_OPEN.</returns>
    public static Decision<CohortState> Revise(CohortState state, CohortDesign design)
    {
        var refusal = CheckDesign(design) ?? RefuseClosed(state) ?? RefuseMovedDates(state, design);
        if (refusal is not null)
        {
            return refusal;
        }

        var revised = WeightDecisions.Change(state, design.Weights) with { Design = design };
        return Decision<CohortState>.Accept(revised, new CohortRevised(state.Id, revised.WeightsVersion));
    }

    /// <summary>Opens the cohort (requirement 1).</summary>
    /// <param name="state">The cohort; opening an open one changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The open cohort; COHORT_INCOMPLETE naming what is missing, COHORT_CLOSED, COHORT_TERM_OVER.</returns>
    public static Decision<CohortState> Open(CohortState state, DateTimeOffset now)
    {
        if (RefuseClosed(state) is { } closed)
        {
            return closed;
        }

        if (state.Phase == CohortPhase.Open)
        {
            return Decision<CohortState>.Accept(state);
        }

        var missing = MissingToOpen(state.Design).ToList();
        if (missing.Count > 0)
        {
            return new Refusal(ErrorCodes.CohortIncomplete, $"The cohort cannot open yet; set {string.Join(", ", missing)} first.", missing[0]);
        }

        return CohortTerm.RefuseShort(state, now) is { } over
            ? over with { Field = "startsOn" }
            : Decision<CohortState>.Accept(state with { Phase = CohortPhase.Open }, new CohortOpened(state.Id));
    }

    /// <summary>Closes the cohort: from here it can only be read.</summary>
    /// <param name="state">The cohort; closing a closed one changes nothing.</param>
    /// <param name="living">How many of its pairings have not ended.</param>
    /// <returns>The closed cohort; COHORT_NOT_OPEN, COHORT_PAIRINGS_LIVE.</returns>
    public static Decision<CohortState> Close(CohortState state, int living) => state.Phase switch
    {
        CohortPhase.Closed => Decision<CohortState>.Accept(state),
        CohortPhase.Design => new Refusal(ErrorCodes.CohortNotOpen, "The cohort was never opened; there is nothing to close."),
        _ when living > 0 => new Refusal(
            ErrorCodes.CohortPairingsLive, $"{living} of its pairings live or are being made; decide what becomes of them, or discard the round, and close it then."),
        _ => Decision<CohortState>.Accept(state with { Phase = CohortPhase.Closed }, new CohortClosed(state.Id)),
    };

    /// <summary>Takes note of what the roster pages hold.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="mentors">Mentors on all pages.</param>
    /// <param name="mentees">Mentees on all pages.</param>
    /// <param name="pages">Pages in use.</param>
    /// <returns>The cohort with its counts.</returns>
    public static Decision<CohortState> CountMembers(CohortState state, int mentors, int mentees, int pages) =>
        mentors == state.Mentors && mentees == state.Mentees && pages == state.RosterPages
            ? Decision<CohortState>.Accept(state)
            : Decision<CohortState>.Accept(
                state with { Mentors = mentors, Mentees = mentees, RosterPages = pages },
                new CohortMembersAdded(state.Id, mentors - state.Mentors, mentees - state.Mentees));

    /// <summary>Takes note of a published round. One that was started before the last noted changes nothing.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="round">The round.</param>
    /// <returns>The cohort.</returns>
    public static Decision<CohortState> NoteRound(CohortState state, PublishedRound round) =>
        state.LastRound is { } last && (last == round || last.StartedAt > round.StartedAt)
            ? Decision<CohortState>.Accept(state)
            : Decision<CohortState>.Accept(state with { LastRound = round });

    /// <summary>Takes note of the newest rotation plan.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="rotation">The plan.</param>
    /// <returns>The cohort.</returns>
    public static Decision<CohortState> NoteRotation(CohortState state, RotationId rotation) =>
        Decision<CohortState>.Accept(state.Rotation == rotation ? state : state with { Rotation = rotation });

    /// <summary>Refuses an enrolment of nobody or of too many at once.</summary>
    /// <param name="participants">Who shall be enrolled.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? RefuseEnrolment(IReadOnlyCollection<ParticipantId> participants, int most) =>
        Inputs.Count(participants, "participants", 1, most);

    /// <summary>Refuses changes to a closed cohort.</summary>
    /// <param name="state">The cohort.</param>
    /// <returns>COHORT_CLOSED, or null.</returns>
    public static Refusal? RefuseClosed(CohortState state) => state.Phase == CohortPhase.Closed
        ? new Refusal(ErrorCodes.CohortClosed, "The cohort is closed; clone it to go on.")
        : null;

    /// <summary>Refuses a matching round in a cohort that is not open, is too near its end, or has nobody to match.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="now">The instant.</param>
    /// <returns>COHORT_CLOSED, COHORT_NOT_OPEN, COHORT_TERM_OVER, COHORT_EMPTY, or null.</returns>
    public static Refusal? RefuseRound(CohortState state, DateTimeOffset now)
    {
        var refusal = RefuseClosed(state) ?? (state.Phase == CohortPhase.Open
            ? CohortTerm.RefuseShort(state, now) : new Refusal(ErrorCodes.CohortNotOpen, "Matching needs an open cohort; open it first."));
        if (refusal is not null)
        {
            return refusal;
        }

        return state.Mentors == 0 || state.Mentees == 0
            ? new Refusal(ErrorCodes.CohortEmpty, $"The roster has {state.Mentors} mentors and {state.Mentees} mentees; enrol at least one of each.")
            : null;
    }

    /// <summary>Which side a kind of participant counts on.</summary>
    /// <param name="kinds">Kinds of the new members.</param>
    /// <returns>Mentors and mentees among them.</returns>
    public static (int Mentors, int Mentees) Count(IReadOnlyCollection<ParticipantKind> kinds)
    {
        var mentors = kinds.Count(kind => kind == ParticipantKind.Mentor);
        return (mentors, kinds.Count - mentors);
    }

    private static Refusal? CheckDesign(CohortDesign design) =>
        Inputs.Line(design.Name, "name")
            ?? Inputs.Lines(design.Outcomes, "outcomes", 0, 20)
            ?? Inputs.Paragraph(design.TargetPopulation, "targetPopulation", required: false)
            ?? Inputs.Line(design.Sponsor, "sponsor", required: false)
            ?? (Enum.IsDefined(design.Type) ? null : Inputs.Invalid("type", "is no type of program"))
            ?? Inputs.Range(design.Months, "months", ProgramRules.Of(design.Type).LeastMonths, ProgramRules.Of(design.Type).MostMonths)
            ?? design.Kit.Check()
            ?? design.Choosing.Check()
            ?? design.Numbers.Check()
            ?? Inputs.TimeZone(design.TimeZone, "timeZone")
            ?? Inputs.Range(design.CadenceDays, "cadenceDays", 1, 90)
            ?? CheckYear(design.StartsOn)
            ?? design.Weights.Check();

    private static Refusal? CheckYear(DateOnly? day) => day is null or { Year: >= 2000 and <= 2200 }
        ? null
        : Inputs.Invalid("startsOn", "must lie between 2000 and 2200");

    private static Refusal? RefuseMovedDates(CohortState state, CohortDesign design)
    {
        var changed = new (string Field, bool IsChanged)[]
        {
            ("type", design.Type != state.Design.Type),
            ("evergreen", design.Evergreen != state.Design.Evergreen),
            ("startsOn", design.StartsOn != state.Design.StartsOn),
            ("months", design.Months != state.Design.Months),
            ("timeZone", design.TimeZone != state.Design.TimeZone),
        };
        return state.Phase == CohortPhase.Open && changed.FirstOrDefault(each => each.IsChanged).Field is { } field
            ? new Refusal(ErrorCodes.CohortAlreadyOpen, "Type and time frame of an open cohort are fixed; pairings can be extended one by one.", field)
            : null;
    }

    private static IEnumerable<string> MissingToOpen(CohortDesign design)
    {
        if (design.Outcomes.Length == 0)
        {
            yield return "outcomes";
        }

        if (Inputs.IsBlank(design.TargetPopulation))
        {
            yield return "targetPopulation";
        }

        if (design.StartsOn is null)
        {
            yield return "startsOn";
        }

        if (Inputs.IsBlank(design.Sponsor))
        {
            yield return "sponsor";
        }
    }
}
