using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What a pairing decides about its learning contract.</summary>
public static class ContractDecisions
{
    private const int MilestonesKept = 40;

    /// <summary>Writes a draft: a new version, or the draft anew.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <param name="terms">The terms; may be incomplete.</param>
    /// <returns>The pairing with the draft; NOT_FOUND, INPUT_INVALID, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_ALREADY_PROPOSED.</returns>
    public static Decision<PairingState> Draft(PairingState state, Actor actor, ContractTerms terms)
    {
        var refusal = PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state) ?? ContractTermsCheck.Form(terms);
        if (refusal is not null)
        {
            return refusal;
        }

        var newest = state.NewestContract;
        if (newest?.Status == ContractStatus.Proposed)
        {
            return new Refusal(ErrorCodes.ContractAlreadyProposed, $"Version {newest.Number} waits for signatures; withdraw it before writing another.");
        }

        var number = newest?.Status == ContractStatus.Draft ? newest.Number : (newest?.Number ?? 0) + 1;
        var authors = ContractTexts.AuthorsOf(terms, newest, PairingAccess.SideOf(state, actor));
        var draft = new ContractVersion { Number = number, Terms = terms, Authors = authors };
        return Decision<PairingState>.Accept(With(state, draft), new ContractDrafted(state.Id, number));
    }

    /// <summary>Proposes the draft: from here it cannot be changed, only signed or withdrawn.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_NOT_DRAFTED, CONTRACT_INCOMPLETE.</returns>
    public static Decision<PairingState> Propose(PairingState state, Actor actor)
    {
        if ((PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state)) is { } refusal)
        {
            return refusal;
        }

        if (state.NewestContract is not { Status: ContractStatus.Draft } draft)
        {
            return new Refusal(ErrorCodes.ContractNotDrafted, "There is no draft to propose; write one first.");
        }

        var missing = ContractTermsCheck.Missing(draft.Terms).ToList();
        return missing.Count > 0
            ? new Refusal(ErrorCodes.ContractIncomplete, $"The contract is not complete; add {string.Join(", ", missing)}.", $"terms.{missing[0]}")
            : Decision<PairingState>.Accept(
                With(state, draft with { Status = ContractStatus.Proposed }), new ContractProposed(state.Id, draft.Number));
    }

    /// <summary>Takes a proposal back into a draft; signatures given so far lapse.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_NOT_PROPOSED.</returns>
    public static Decision<PairingState> Withdraw(PairingState state, Actor actor)
    {
        if ((PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state)) is { } refusal)
        {
            return refusal;
        }

        return state.NewestContract is { Status: ContractStatus.Proposed } proposed
            ? Decision<PairingState>.Accept(
                With(state, proposed with { Status = ContractStatus.Draft, MentorSignedAt = null, MenteeSignedAt = null }),
                new ContractWithdrawn(state.Id, proposed.Number))
            : new Refusal(ErrorCodes.ContractNotProposed, "Nothing is proposed; there is nothing to withdraw.");
    }

    /// <summary>Signs the proposed version for the actor's side; the second signature puts it in force.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <param name="number">The version that the signer has read.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_NOT_PROPOSED, CONTRACT_VERSION_STALE. Signing twice changes nothing.</returns>
    public static Decision<PairingState> Sign(PairingState state, Actor actor, int number, DateTimeOffset now)
    {
        if ((PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state) ?? RefuseNumber(state, number)) is { } refusal)
        {
            return refusal;
        }

        var version = state.NewestContract!;
        var asMentor = actor.Participant == state.Mentor;
        if ((asMentor ? version.MentorSignedAt : version.MenteeSignedAt) is not null)
        {
            return Decision<PairingState>.Accept(state);
        }

        var signed = asMentor ? version with { MentorSignedAt = now } : version with { MenteeSignedAt = now };
        var fact = new ContractSigned(state.Id, number, asMentor ? PairingSide.Mentor : PairingSide.Mentee);
        return signed is { MentorSignedAt: not null, MenteeSignedAt: not null }
            ? Activate(state, signed, fact, now)
            : Decision<PairingState>.Accept(With(state, signed), fact);
    }

    private static Decision<PairingState> Activate(PairingState state, ContractVersion signed, ContractSigned fact, DateTimeOffset now)
    {
        state = state with { Milestones = KeepMilestones(state.Milestones, signed.Terms) };
        var superseded = state.Contracts.Select(version =>
            version.Status == ContractStatus.Active ? version with { Status = ContractStatus.Superseded } : version);
        var active = With(
            state with { Contracts = [.. superseded], Stage = PairingStage.Active }, signed with { Status = ContractStatus.Active });
        var closed = active.Open(DutyKind.ContractSignature) is { } signature
            ? DutyDecisions.Done(active, signature with { Status = DutyStatus.Done, HeldAt = now }, now) : Decision<PairingState>.Accept(active);
        return Decision<PairingState>.Accept(
            DutySchedule.BeginContract(closed.State!, now), [fact, new ContractActivated(state.Id, signed.Number), .. closed.Facts]);
    }

    /// <summary>What was met stays; what is only under way goes with its milestone.</summary>
    private static ImmutableArray<MilestoneProgress> KeepMilestones(ImmutableArray<MilestoneProgress> all, ContractTerms terms) =>
    [
        .. all.Where(progress => progress.MetAt is not null || terms.Milestones.Any(milestone => milestone.Title == progress.Title))
            .TakeLast(MilestonesKept),
    ];

    private static Refusal? RefuseNumber(PairingState state, int number) => state.NewestContract switch
    {
        { Status: ContractStatus.Active } active when active.Number == number => null,
        { Status: ContractStatus.Proposed } proposed when proposed.Number == number => null,
        { Status: ContractStatus.Proposed } other => new Refusal(
            ErrorCodes.ContractVersionStale, $"Version {other.Number} is proposed, not {number}; read it before signing.", "version"),
        _ => new Refusal(ErrorCodes.ContractNotProposed, "No contract is proposed; propose one before signing."),
    };

    private static PairingState With(PairingState state, ContractVersion version)
    {
        var others = state.Contracts.Where(other => other.Number != version.Number);
        return state with { Contracts = [.. others.Append(version).OrderBy(each => each.Number)] };
    }
}
