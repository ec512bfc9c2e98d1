using MentorCloud.Contracts.People;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.BenchServer;

/// <summary>No directory tells this server anything: nobody is known.</summary>
internal sealed class UnknownPeople : IPersonnel
{
    private static readonly Refusal Unknown = new(ErrorCodes.NotFound, "There is no such person.");

    public Task<Refusal?> RefuseChangeAsync(TenantId tenant) => Task.FromResult<Refusal?>(Unknown);

    public Task<ParticipantKind?> KindAsync(TenantId tenant, ParticipantId person) => Task.FromResult<ParticipantKind?>(null);

    public Task<Refusal?> DepartAsync(TenantId tenant, ParticipantId person, CommandId command) => Task.FromResult<Refusal?>(Unknown);

    public Task<Refusal?> ReturnAsync(TenantId tenant, ParticipantId person, CommandId command) => Task.FromResult<Refusal?>(Unknown);
}
