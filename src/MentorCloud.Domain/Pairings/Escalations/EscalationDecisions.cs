using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>What a pairing decides about escalations. They live on through pauses, and through the end until they are resolved.</summary>
internal static class EscalationDecisions
{
    private const int MostKept = 10;
    private const int MostOpen = 5;

    /// <summary>Opens. NOT_FOUND, PAIRING_ENDED, INPUT_INVALID, LIMIT_REACHED.</summary>
    public static Decision<PairingState> Open(PairingState state, PairingTurn turn, OpenEscalation command)
    {
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)
            ?? Inputs.Line(command.Subject, "subject")
            ?? (state.Escalations.Count(each => each.ResolvedAt is null) < MostOpen
                ? null
                : new Refusal(ErrorCodes.LimitReached, $"{MostOpen} escalations are open; wait until one is resolved."));
        if (refusal is not null)
        {
            return refusal;
        }

        var opened = new Escalation
        {
            Number = (state.Escalations.IsEmpty ? 0 : state.Escalations.Max(each => each.Number)) + 1,
            OpenedBy = PairingAccess.SideOf(state, turn.Actor),
            Subject = command.Subject.Trim(),
            OpenedAt = turn.Now,
            ClimbsAt = turn.Now.AddDays(state.Origin.Numbers.EscalationDays),
        };
        var kept = state.Escalations.Length < MostKept
            ? state.Escalations : state.Escalations.Remove(state.Escalations.First(each => each.ResolvedAt is not null));
        return Decision<PairingState>.Accept(
            state with { Escalations = kept.Add(opened) }, new EscalationOpened(state.Id, opened.Number, opened.Handler));
    }

    /// <summary>Acknowledges; again by the same person changes nothing, and who takes it over has the time that is left. NOT_FOUND, ESCALATION_NOT_OPEN.</summary>
    public static Decision<PairingState> Acknowledge(PairingState state, PairingTurn turn, AcknowledgeEscalation command)
    {
        if (RefuseHandling(state, turn, command.Number, out var open) is { } refusal)
        {
            return refusal;
        }

        var account = turn.Actor.Account!.Value;
        if (open!.AcknowledgedBy == account)
        {
            return Decision<PairingState>.Accept(state);
        }

        var acknowledged = open with
        {
            AcknowledgedBy = account,
            ClimbsAt = open.AcknowledgedBy is null ? turn.Now.AddDays(Escalation.ResolveDays) : open.ClimbsAt,
        };
        return Decision<PairingState>.Accept(Replace(state, acknowledged), new EscalationAcknowledged(state.Id, open.Number, account));
    }

    /// <summary>Resolves. NOT_FOUND, ESCALATION_NOT_OPEN, ESCALATION_UNACKNOWLEDGED, INPUT_INVALID.</summary>
    public static Decision<PairingState> Resolve(PairingState state, PairingTurn turn, ResolveEscalation command)
    {
        var refusal = RefuseHandling(state, turn, command.Number, out var open) ?? Inputs.Line(command.Resolution, "resolution")
            ?? (open!.AcknowledgedBy is not null
                ? null
                : new Refusal(ErrorCodes.EscalationUnacknowledged, "Acknowledge the escalation first, so that whoever opened it knows who handles it."));
        if (refusal is not null)
        {
            return refusal;
        }

        var by = turn.Actor.Account!.Value;
        var resolved = open! with { ResolvedAt = turn.Now, ResolvedBy = by, Resolution = Kept(state, open!, command.Resolution.Trim()) };
        return Decision<PairingState>.Accept(Replace(state, resolved), new EscalationResolved(state.Id, open.Number, by));
    }

    /// <summary>Nobody did anything in time: the next level's turn.</summary>
    public static PairingState Climb(PairingState state, Escalation escalation, ImmutableArray<Fact>.Builder facts)
    {
        var climbed = escalation with
        {
            Handler = escalation.Handler == EscalationHandler.Sponsor ? EscalationHandler.Sponsor : escalation.Handler + 1,
            Climbs = escalation.Climbs + 1,
            AcknowledgedBy = null,
            ClimbsAt = escalation.ClimbsAt.AddDays(state.Origin.Numbers.EscalationDays),
        };
        facts.Add(new EscalationClimbed(state.Id, climbed.Number, climbed.Handler, climbed.Climbs));
        return Replace(state, climbed);
    }

    /// <summary>A resolution goes with the words of the one who opened it; when those have gone before, it is not kept at all.</summary>
    private static string Kept(PairingState state, Escalation open, string resolution) =>
        state.Forgotten.Contains(open.OpenedBy) ? TextForgetting.Gone : resolution;

    private static PairingState Replace(PairingState state, Escalation escalation) => state with
    {
        Escalations = [.. state.Escalations.Select(each => each.Number == escalation.Number ? escalation : each)],
    };

    private static Refusal? RefuseHandling(PairingState state, PairingTurn turn, int number, out Escalation? open)
    {
        open = state.Escalations.FirstOrDefault(each => each.Number == number && each.ResolvedAt is null);
        var mayHandle = turn.Actor is { Kind: ActorKind.User, Account: not null }
            && turn.Actor.Holds(Role.TenantAdmin | Role.ProgramManager | Role.Sponsor) && !PairingAccess.IsPartner(state, turn.Actor);
        return PairingAccess.RefuseViewer(state, turn.Actor) ?? (mayHandle
            ? null
            : new Refusal(ErrorCodes.Forbidden, "Only the program's side handles escalations, and nobody handles their own pairing's."))
            ?? (open is not null ? null : new Refusal(ErrorCodes.EscalationNotOpen, "There is no such open escalation.", "number"));
    }
}
