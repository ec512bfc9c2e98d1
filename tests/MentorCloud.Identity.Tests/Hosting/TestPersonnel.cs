using System.Collections.Concurrent;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>People in memory: who is known, who left, and every report that came.</summary>
internal sealed class TestPersonnel : IPersonnel
{
    private static readonly Refusal Suspended = new(ErrorCodes.TenantSuspended, "Your company's subscription is suspended.");
    private readonly ConcurrentDictionary<(TenantId, ParticipantId), ParticipantKind> _known = new();

    public ConcurrentQueue<string> Reports { get; } = new();

    /// <summary>What the next reports are refused with; null for none.</summary>
    public Refusal? Refuses { get; set; }

    /// <summary>What happens before a report is taken; for tests of crashes.</summary>
    public Action? Before { get; set; }

    public ParticipantId Add(TenantId tenant, string externalId, ParticipantKind kind)
    {
        var id = ParticipantDecisions.IdOf(tenant, externalId);
        _known[(tenant, id)] = kind;
        return id;
    }

    public Task<Refusal?> RefuseChangeAsync(TenantId tenant) => Task.FromResult(tenant == TestTenants.Borealis ? Suspended : null);

    public Task<ParticipantKind?> KindAsync(TenantId tenant, ParticipantId person) =>
        Task.FromResult(_known.TryGetValue((tenant, person), out var kind) ? kind : (ParticipantKind?)null);

    public Task<Refusal?> DepartAsync(TenantId tenant, ParticipantId person, CommandId command) => ReportAsync($"left {person}");

    public Task<Refusal?> ReturnAsync(TenantId tenant, ParticipantId person, CommandId command) => ReportAsync($"back {person}");

    private Task<Refusal?> ReportAsync(string report)
    {
        Before?.Invoke();
        if (Refuses is null)
        {
            Reports.Enqueue(report);
        }

        return Task.FromResult(Refuses);
    }
}
