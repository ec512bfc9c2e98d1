using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Simulation.Faults;

/// <summary>The faults of a command that is refused without reason, and of entries and reviews that are shown to everybody; all of one pairing.</summary>
internal sealed class WrongAnswers(FaultPlanter planter) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (planter.Victim is null || context.TargetId.Key.ToString() != planter.Victim)
        {
            return context.Invoke();
        }

        if (planter.Fault == PlantedFault.CommandRefused && context.MethodName == nameof(IPairingGrain.Handle) && context.Request.GetArgument(2) is SignContract)
        {
            context.Result = Reply<PairingView>.FromRefusal(new Refusal(ErrorCodes.InputInvalid, "Planted."));
            return Task.CompletedTask;
        }

        var shown = planter.Fault switch
        {
            PlantedFault.PrivateTextShown => nameof(IPairingGrain.Entries),
            PlantedFault.ReviewShown => nameof(IPairingGrain.Get),
            _ => null,
        };
        if (context.MethodName == shown && context.Request.GetArgument(0) is Actor { Kind: ActorKind.User })
        {
            context.Request.SetArgument(0, planter.VictimsMentee!);
        }

        return context.Invoke();
    }
}
