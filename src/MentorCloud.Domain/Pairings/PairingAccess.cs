using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings;

/// <summary>Who stands how to a pairing: the rights that no role gives.</summary>
public static class PairingAccess
{
    /// <summary>Refuses everybody but mentor and mentee, as if the pairing did not exist; a prepared or released one does not exist for anybody.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseStranger(PairingState state, Actor actor) =>
        IsVisible(state) && IsPartner(state, actor) ? null : Unknown();

    /// <summary>Refuses those who may not look at the pairing at all: other mentors and mentees. Break-glass access looks, and is shown no texts.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseViewer(PairingState state, Actor actor) =>
        IsVisible(state) && (IsPartner(state, actor) || IsProgramSide(actor) || actor.Kind == ActorKind.Operator) ? null : Unknown();

    /// <summary>Refuses everybody but those who run the program, and the system.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseOthersThanManagers(PairingState state, Actor actor) =>
        IsVisible(state) && IsManager(actor) ? null : Unknown();

    /// <summary>Refuses one of the two sides, except among peers who both learn, and strangers as if the pairing did not exist.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="side">The side that may.</param>
    /// <returns>NOT_FOUND, PAIRING_OTHER_SIDE, or null.</returns>
    public static Refusal? RefuseOtherThan(PairingState state, Actor actor, PairingSide side) =>
        ProgramRules.Of(state.Origin.Type).BothLearn ? RefuseStranger(state, actor) : RefuseOtherSide(state, actor, side);

    /// <summary>Refuses one of the two sides, among peers too, and strangers as if the pairing did not exist.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="side">The side that alone may.</param>
    /// <returns>NOT_FOUND, PAIRING_OTHER_SIDE, or null.</returns>
    public static Refusal? RefuseOtherSide(PairingState state, Actor actor, PairingSide side) =>
        RefuseStranger(state, actor) ?? (SideOf(state, actor) == side
            ? null
            : new Refusal(ErrorCodes.PairingOtherSide, side == PairingSide.Mentee ? "Only the mentee can do this." : "Only the mentor can do this."));

    /// <summary>Refuses changes to a pairing that is over.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>PAIRING_ENDED, or null.</returns>
    public static Refusal? RefuseEnded(PairingState state) => state.Stage == PairingStage.Ended
        ? new Refusal(ErrorCodes.PairingEnded, "This pairing is over; it can only be read.")
        : null;

    /// <summary>Refuses changes to a pairing that is over or paused.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>PAIRING_ENDED, PAIRING_PAUSED, or null.</returns>
    public static Refusal? RefuseResting(PairingState state) => RefuseEnded(state) ?? (state.Stage == PairingStage.Paused
        ? new Refusal(ErrorCodes.PairingPaused, "This pairing is paused; resume it first.")
        : null);

    /// <summary>Refuses what needs a contract in force.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>PAIRING_ENDED, PAIRING_PAUSED, PAIRING_CONTRACT_UNSIGNED, or null.</returns>
    public static Refusal? RefuseInactive(PairingState state) => RefuseResting(state) ?? (state.Stage == PairingStage.Active
        ? null
        : new Refusal(ErrorCodes.PairingContractUnsigned, "Both sides must sign the learning contract first."));

    /// <summary>Whether a viewer may see something of a given visibility (requirement 72).</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="visibility">Who shall see it.</param>
    /// <param name="author">Which side wrote it.</param>
    /// <returns>True when the viewer may.</returns>
    public static bool MaySee(PairingState state, Actor actor, Visibility visibility, PairingSide author) => visibility switch
    {
        Visibility.Author => actor.Kind == ActorKind.User && actor.Participant is { } self && self == PersonOn(state, author),
        Visibility.Pair => IsPartner(state, actor),
        Visibility.Program => IsPartner(state, actor) || IsProgramSide(actor),
        _ => IsProgramSide(actor) || IsOfTenant(state, actor),
    };

    /// <summary>Whether the actor is mentor or mentee of the pairing.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">The actor.</param>
    /// <returns>True for the two partners.</returns>
    public static bool IsPartner(PairingState state, Actor actor) =>
        actor.Kind == ActorKind.User && actor.Participant is { } self && (self == state.Mentor || self == state.Mentee);

    /// <summary>Which side a partner is on; who is both counts as the mentor.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">One of the two partners.</param>
    /// <returns>The side.</returns>
    public static PairingSide SideOf(PairingState state, Actor actor) =>
        actor.Participant == state.Mentor ? PairingSide.Mentor : PairingSide.Mentee;

    /// <summary>The other side.</summary>
    /// <param name="side">One side.</param>
    /// <returns>The other.</returns>
    public static PairingSide Other(PairingSide side) => side == PairingSide.Mentor ? PairingSide.Mentee : PairingSide.Mentor;

    /// <summary>The side that learns, as a viewer asks: the mentee's; among peers, who both learn, the viewer's own.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>The side.</returns>
    public static PairingSide LearnerFor(PairingState state, Actor actor) =>
        ProgramRules.Of(state.Origin.Type).BothLearn && IsPartner(state, actor) ? SideOf(state, actor) : PairingSide.Mentee;

    /// <summary>The person on a side.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="side">The side.</param>
    /// <returns>Mentor or mentee.</returns>
    public static ParticipantId PersonOn(PairingState state, PairingSide side) => side == PairingSide.Mentor ? state.Mentor : state.Mentee;

    /// <summary>Whether the actor looks at pairings for the program: managers, sponsors, clients that read, the system.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>True for the program's side.</returns>
    public static bool IsProgramSide(Actor actor) => actor.Kind switch
    {
        ActorKind.User => actor.Holds(Role.TenantAdmin | Role.ProgramManager | Role.Sponsor),
        ActorKind.Client => actor.Scopes.HasFlag(Scope.ProgramsRead),
        _ => actor.Kind == ActorKind.System,
    };

    /// <summary>Whether the actor runs the program: managers and the system, no sponsors and no clients.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>True for managers.</returns>
    public static bool IsManager(Actor actor) =>
        actor.Kind == ActorKind.System || (actor.Kind == ActorKind.User && actor.Holds(Role.TenantAdmin | Role.ProgramManager));

    /// <summary>Refuses everybody but the people of the tenant: what is shared with all of them is no machine's, and no break-glass access'.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseOutsider(PairingState state, Actor actor) => IsVisible(state) && IsOfTenant(state, actor) ? null : Unknown();

    private static bool IsOfTenant(PairingState state, Actor actor) => actor.Kind == ActorKind.User && actor.Tenant == state.Tenant;

    private static bool IsVisible(PairingState state) => state.Stage is not (PairingStage.Prepared or PairingStage.Released);

    private static Refusal Unknown() => new(ErrorCodes.NotFound, "There is no such pairing.");
}
