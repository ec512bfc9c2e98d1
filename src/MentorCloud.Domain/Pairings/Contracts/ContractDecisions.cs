using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What a pairing decides about its learning contract.</summary>
public static class ContractDecisions
{
    /// <summary>Writes a draft, in place of the one that stands. It takes the next number, so that a number names the same words for ever.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <param name="terms">The terms; may be incomplete.</param>
    /// <param name="seen">The newest version that the author has seen, 0 when there was none; null writes over whatever stands.</param>
    /// <returns>The pairing with the draft; NOT_FOUND, INPUT_INVALID, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_ALREADY_PROPOSED, CONTRACT_VERSION_STALE.</returns>
    public static Decision<PairingState> Draft(PairingState state, Actor actor, ContractTerms terms, int? seen = null)
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

        var last = newest?.Number ?? 0;
        if (seen is { } known && known != last)
        {
            return new Refusal(ErrorCodes.ContractVersionStale, $"Version {last} stands by now, not {known}; read it before writing over it.", "version");
        }

        var number = last + 1;
        var authors = ContractTexts.AuthorsOf(terms, newest, PairingAccess.SideOf(state, actor));
        var draft = new ContractVersion { Number = number, Terms = terms, Authors = authors };
        var others = state.Contracts.RemoveAll(version => version.Status == ContractStatus.Draft);
        return Decision<PairingState>.Accept(state with { Contracts = others.Add(draft) }, new ContractDrafted(state.Id, number));
    }

    /// <summary>Proposes the draft: from here it cannot be changed, only signed or withdrawn.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_ALREADY_PROPOSED, CONTRACT_NOT_DRAFTED, CONTRACT_INCOMPLETE.</returns>
    public static Decision<PairingState> Propose(PairingState state, Actor actor)
    {
        if ((PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state)) is { } refusal)
        {
            return refusal;
        }

        if (state.NewestContract is { Status: ContractStatus.Proposed } proposed)
        {
            return new Refusal(ErrorCodes.ContractAlreadyProposed, $"Version {proposed.Number} is proposed already; it waits for signatures.");
        }

        if (state.NewestContract is not { Status: ContractStatus.Draft } draft)
        {
            return new Refusal(ErrorCodes.ContractNotDrafted, "There is no draft to propose; write one first.");
        }

        var missing = ContractTermsCheck.Missing(draft.Terms).ToList();
        return missing.Count > 0
            ? new Refusal(ErrorCodes.ContractIncomplete, $"The contract is not complete; add {string.Join(", ", missing)}.")
            : Decision<PairingState>.Accept(
                With(state, draft with { Status = ContractStatus.Proposed }), new ContractProposed(state.Id, draft.Number));
    }

    /// <summary>Takes a proposal back: it stays readable as withdrawn, and a draft of the next number begins with its terms. Signatures given so far count for nothing.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, CONTRACT_NOT_PROPOSED.</returns>
    public static Decision<PairingState> Withdraw(PairingState state, Actor actor)
    {
        if ((PairingAccess.RefuseStranger(state, actor) ?? PairingAccess.RefuseResting(state)) is { } refusal)
        {
            return refusal;
        }

        if (state.NewestContract is not { Status: ContractStatus.Proposed } proposed)
        {
            return new Refusal(ErrorCodes.ContractNotProposed, "Nothing is proposed; there is nothing to withdraw.");
        }

        var withdrawn = With(state, proposed with { Status = ContractStatus.Withdrawn });
        var draft = proposed with { Number = proposed.Number + 1, Status = ContractStatus.Draft, MentorSignedAt = null, MenteeSignedAt = null };
        return Decision<PairingState>.Accept(
            withdrawn with { Contracts = withdrawn.Contracts.Add(draft) }, new ContractWithdrawn(state.Id, proposed.Number));
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
        state = state with { Milestones = MilestoneDecisions.Keep(state, signed.Terms) };
        var superseded = state.Contracts.Select(version =>
            version.Status == ContractStatus.Active ? version with { Status = ContractStatus.Superseded } : version);
        var active = With(
            state with { Contracts = [.. superseded], Stage = PairingStage.Active }, signed with { Status = ContractStatus.Active });
        var closed = active.Open(DutyKind.ContractSignature) is { } signature
            ? DutyDecisions.Done(active, signature with { Status = DutyStatus.Done, HeldAt = now }, now) : Decision<PairingState>.Accept(active);
        return Decision<PairingState>.Accept(
            DutySchedule.BeginContract(closed.State!, now), [fact, new ContractActivated(state.Id, signed.Number), .. closed.Facts]);
    }

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
