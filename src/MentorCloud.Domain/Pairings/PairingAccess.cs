using MentorCloud.Domain.Access;
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

    /// <summary>Refuses those who may not look at the pairing at all: other mentors and mentees.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseViewer(PairingState state, Actor actor) =>
        IsVisible(state) && (IsPartner(state, actor) || IsProgramSide(actor)) ? null : Unknown();

    /// <summary>Refuses changes to a pairing that is over.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>PAIRING_ENDED, or null.</returns>
    public static Refusal? RefuseEnded(PairingState state) => state.Stage == PairingStage.Ended
        ? new Refusal(ErrorCodes.PairingEnded, "This pairing is over; it can only be read.")
        : null;

    /// <summary>Whether a viewer may see something of a given visibility (requirement 72).</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="visibility">Who shall see it.</param>
    /// <param name="author">Which side wrote it.</param>
    /// <returns>True when the viewer may.</returns>
    public static bool MaySee(PairingState state, Actor actor, Visibility visibility, PairingSide author) => visibility switch
    {
        Visibility.Author => actor.Participant is { } self && self == (author == PairingSide.Mentor ? state.Mentor : state.Mentee),
        Visibility.Pair => IsPartner(state, actor),
        Visibility.Program => IsPartner(state, actor) || IsProgramSide(actor),
        _ => true,
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

    private static bool IsProgramSide(Actor actor) => actor.Kind switch
    {
        ActorKind.User => actor.Holds(Role.TenantAdmin | Role.ProgramManager | Role.Sponsor),
        ActorKind.Client => actor.Scopes.HasFlag(Scope.ProgramsRead),
        _ => actor.Kind == ActorKind.System,
    };

    private static bool IsVisible(PairingState state) => state.Stage is not (PairingStage.Prepared or PairingStage.Released);

    private static Refusal Unknown() => new(ErrorCodes.NotFound, "There is no such pairing.");
}
