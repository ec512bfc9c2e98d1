using System.Diagnostics;
using System.Globalization;
using MentorCloud.App.Demo;
using MentorCloud.App.Hosting;
using MentorCloud.App.People;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.GrainRuntime;
using MentorCloud.Host;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>
/// The process that is killed amid an erasure: the program's own host on a demo's folder. A life of it first waits until the
/// person of the life before is forgotten, then has the next one write words, leave and be erased, and kills itself when the
/// erasure has done a step. Each life begins two minutes after the one before, so that reminders of cut-off work are due.
/// </summary>
internal sealed class ErasureWorker(IHost host, DemoIds ids)
{
    /// <summary>What the words of a person hold.</summary>
    public static string Canary(int life) => $"killed-erasure-{life}-canary";

    /// <param name="args">Data folder, master key, the demo's slug, number of this life from 1, and the step at which to die; 0 for none.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var (life, step) = (int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        var options = new MentorCloudOptions { Data = args[0], MasterKeyFile = args[1] };
        using var host = ProgramHost.Worker(options, new LaterEdition(TimeSpan.FromMinutes(2 * life)));
        await host.StartAsync();
        var worker = new ErasureWorker(host, new DemoIds(args[2]));
        if (life > 1)
        {
            await worker.ForgottenAsync(life - 1);
        }

        if (step > 0)
        {
            await worker.EraseAsync(life, step);
        }

        await host.StopAsync();
        return 0;
    }

    /// <summary>The pairing of a life: no two lives share one.</summary>
    private async Task<PairingRow> PairingAsync(int life)
    {
        var page = await host.Services.GetRequiredService<IViews>().PairingsAsync(
            ids.Tenant, new PairingFilter(), PairingOrder.CreatedAt, new PageRequest(life, null), CancellationToken.None);
        return page.Rows[life - 1].Row;
    }

    /// <summary>Told in the log, not only noted in the grain: a kill between the two leaves the telling to this life.</summary>
    private async Task ForgottenAsync(int life)
    {
        var person = (await PairingAsync(life)).Mentee;
        await Poll.UntilAsync("the end of the erasure that was cut off", HostProgram.Bound, async () => await IsToldAsync(person) ? "forgotten" : null);
    }

    private async Task<bool> IsToldAsync(ParticipantId person)
    {
        var log = host.Services.GetRequiredService<IAuditLog>();
        for (long after = 0; await log.ReadAsync(ids.Tenant, after, 1000, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Number)
        {
            if (page.Any(record => record.Entry is { Action: "ParticipantForgotten" } entry && entry.Person == person))
            {
                return true;
            }
        }

        return false;
    }

    private async Task EraseAsync(int life, int step)
    {
        var pairing = await PairingAsync(life);
        await WriteAsync(pairing, Canary(life));
        var person = Participant(pairing);
        (await person.Depart(ids.Admin, ids.Command("depart", $"{life}"))).OrThrow();
        await Poll.UntilAsync("the end of the pairing", HostProgram.Bound, async () =>
            (await person.Get(ids.Admin)).OrThrow().Slots.IsEmpty ? "ended" : null);
        host.Services.GetRequiredService<PersonErasure>().Reached = done =>
        {
            if (done == step)
            {
                Process.GetCurrentProcess().Kill();
            }
        };
        (await person.Erase(ids.Admin, ids.Command("erase", $"{life}"))).OrThrow();
        await Task.Delay(HostProgram.Bound, TimeProvider.System);
    }

    /// <summary>An escalation's subject, which is readable in the pairing's state, and an entry's text, which is sealed.</summary>
    private async Task WriteAsync(PairingRow pairing, string words)
    {
        var mentee = ids.Person(pairing.Mentee, Role.Mentee);
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IPairingGrain>(GrainKey.Of(ids.Tenant, pairing.Id));
        var seen = (await grain.Handle(mentee, ids.Command("escalate", words), new OpenEscalation(words))).OrThrow();
        Assert.Contains(seen.Life!.Escalations, each => each.Subject == words);
        (await grain.Handle(mentee, ids.Command("write", words), new WriteEntry
        {
            Kind = EntryKind.Note, Texts = [new EntryText("text", words)], Visibility = Visibility.Pair,
        })).OrThrow();
    }

    private IParticipantGrain Participant(PairingRow pairing) =>
        host.Services.GetRequiredService<IGrainFactory>().GetGrain<IParticipantGrain>(GrainKey.Of(ids.Tenant, pairing.Mentee));

    /// <summary>The default edition, later.</summary>
    private sealed class LaterEdition(TimeSpan later) : IEdition
    {
        private readonly EmbeddedEdition edition = new();

        public string Name => edition.Name;

        public IGrainFile? GrainFile => edition.GrainFile;

        public IGrainReading? GrainDatabase(MentorCloudOptions options) => edition.GrainDatabase(options);

        public void AddGrainStore(IServiceCollection services, MentorCloudOptions options) => edition.AddGrainStore(services, options);

        public void AddGrains(IServiceCollection services, MentorCloudOptions options)
        {
            edition.AddGrains(services, options);
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new LaterClock(later)));
        }

        public StartFailure? Explain(Exception exception) => edition.Explain(exception);
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
