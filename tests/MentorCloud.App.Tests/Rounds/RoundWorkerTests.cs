using System.Collections.Concurrent;
using MentorCloud.App.Tests.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Rounds;

/// <summary>The worker of rounds on real grains.</summary>
public sealed class RoundWorkerTests
{
    [Fact]
    public async Task Round_is_published_while_another_one_is_being_solved()
    {
        var lease = new Lease();
        await using var host = await GrainsHost.StartAsync(services =>
        {
            SmallCohorts.AddRounds(services);
            services.AddSingleton<IRoundLease>(lease);
        });
        var (first, second) = (await SmallCohorts.OpenAsync(host, "first"), await SmallCohorts.OpenAsync(host, "second"));
        var drafted = await StartAsync(host, first.Cohort);
        await lease.GivenBackAsync(drafted);
        lease.HoldUp(RoundOf(second.Cohort));
        var solving = await StartAsync(host, second.Cohort);
        await lease.Wanted(solving).Task;

        var state = (await Grain(host, drafted).Publish(host.Admin, host.Command("publish"))).OrThrow();
        while (state.IsAtWork)
        {
            // Looked at each time that the worker has had it; it may be asked more often than there is work.
            await lease.GivenBackAsync(drafted);
            state = (await Grain(host, drafted).Get(host.Admin)).OrThrow();
        }

        Assert.Equal(RoundStatus.Published, state.Status);
        Assert.Equal(RoundStatus.Solving, (await Grain(host, solving).Get(host.Admin)).OrThrow().Status);
        lease.LetGo();
        await lease.GivenBackAsync(solving);
        Assert.Equal(RoundStatus.Drafted, (await Grain(host, solving).Get(host.Admin)).OrThrow().Status);
    }

    private static RoundId RoundOf(CohortState cohort) => EntityId.Derive<RoundId>(cohort.Id.Value, "round");

    private static IRoundGrain Grain(GrainsHost host, RoundId id) => host.Grains.GetGrain<IRoundGrain>(GrainKey.Of(host.Tenant, id));

    private static async Task<RoundId> StartAsync(GrainsHost host, CohortState cohort)
    {
        (await Grain(host, RoundOf(cohort)).Start(host.Admin, host.Command($"start {cohort.Id}"), cohort.Id, MatchObjective.Total)).OrThrow();
        return RoundOf(cohort);
    }

    /// <summary>Says when the worker takes a round and gives it back, and keeps it waiting for one.</summary>
    private sealed class Lease : IRoundLease
    {
        private readonly ConcurrentDictionary<RoundId, TaskCompletionSource> wanted = new();
        private readonly ConcurrentDictionary<RoundId, SemaphoreSlim> givenBack = new();
        private readonly TaskCompletionSource free = New();
        private RoundId? heldUp;

        public TaskCompletionSource Wanted(RoundId round) => wanted.GetOrAdd(round, static _ => New());

        public Task GivenBackAsync(RoundId round) => Count(round).WaitAsync();

        public void HoldUp(RoundId round) => heldUp = round;

        public void LetGo() => free.SetResult();

        public async ValueTask<IAsyncDisposable?> TryTakeAsync(TenantId tenant, RoundId round, CancellationToken cancellationToken)
        {
            Wanted(round).TrySetResult();
            if (heldUp == round)
            {
                await free.Task.WaitAsync(cancellationToken);
            }

            return new Held(Count(round));
        }

        private SemaphoreSlim Count(RoundId round) => givenBack.GetOrAdd(round, static _ => new SemaphoreSlim(0));

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        private sealed class Held(SemaphoreSlim givenBack) : IAsyncDisposable
        {
            public ValueTask DisposeAsync()
            {
                givenBack.Release();
                return ValueTask.CompletedTask;
            }
        }
    }
}
