using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.People;

/// <summary>Participants of a level in one query. Only reached through something that the caller may see.</summary>
internal sealed class ParticipantLoader(IViews views, CallerAccessor caller) : DataLoader<ParticipantId, ParticipantRow>
{
    protected override Task<IReadOnlyDictionary<ParticipantId, ParticipantRow>> LoadBatchAsync(
        IReadOnlyList<ParticipantId> keys, CancellationToken cancellationToken) =>
        views.ParticipantsByIdAsync(caller.Caller.Tenant, keys, cancellationToken);
}
