using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Runs a command on a pairing and answers with the pairing as the caller may see it.</summary>
internal static class PairingChange
{
    /// <summary>The command is made inside, so that a wrong id in the input is a user error like every other.</summary>
    public static async Task<PairingPayload> RunAsync(IPairingInput input, Caller caller, GrainReader grains, Func<PairingCommand> command)
    {
        var (view, errors) = await TryAsync(input, caller, grains, command);
        return new PairingPayload(view?.Row, errors);
    }

    /// <summary>The same for payloads that say more than the pairing.</summary>
    public static Task<(PairingView? View, IReadOnlyList<UserError> Errors)> TryAsync(
        IPairingInput input, Caller caller, GrainReader grains, Func<PairingCommand> command) =>
        Attempt.RunAsync(() => Pairing(input, caller, grains).Handle(caller.Actor, caller.Command(input.IdempotencyKey), command()));

    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND.</exception>
    private static IPairingGrain Pairing(IPairingInput input, Caller caller, GrainReader grains) =>
        grains.Pairing(caller, GlobalId.Require<PairingId>(input.Pairing, NodeType.Pairing, "pairing"));
}
