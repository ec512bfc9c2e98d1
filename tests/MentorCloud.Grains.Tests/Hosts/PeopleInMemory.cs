using MentorCloud.Contracts.People;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Keeps who was to be looked after; the test does the work by itself.</summary>
public sealed class PeopleInMemory : IPersonWork
{
    private readonly Lock guard = new();
    private readonly List<ParticipantId> asked = [];

    /// <summary>Everybody who was to be looked after, in order, as often as it was asked.</summary>
    public IReadOnlyList<ParticipantId> Asked
    {
        get
        {
            lock (guard)
            {
                return [.. asked];
            }
        }
    }

    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, ParticipantId person)
    {
        lock (guard)
        {
            asked.Add(person);
        }
    }

    /// <inheritdoc/>
    public Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => Task.CompletedTask;
}
