using System.Text.Json;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Imports.Rosters;

/// <summary>Registers the people of a roster, several at a time.</summary>
internal sealed class RosterRegistration(IGrainFactory grains, ImportRosterCommand command, ImportLog log)
{
    /// <summary>How many registrations are under way at once: enough to hide the store's latency, too few to crowd out others.</summary>
    private const int AtOnce = 32;

    private readonly Lock gate = new();
    private readonly List<ParticipantId> everybody = [];
    private readonly Dictionary<ParticipantId, (long Line, Refusal Refusal)> refused = [];

    public int Imported { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Everybody who is registered now, in the order of the file.</summary>
    public IReadOnlyList<ParticipantId> Registered => [.. everybody.Where(id => !refused.ContainsKey(id))];

    public async Task RunAsync(IAsyncEnumerable<RosterPerson> people, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(Remember(people), options, async (person, _) => await RegisterAsync(person));

        // Told afterwards: until here the log belongs to the pass over the file.
        foreach (var (line, refusal) in refused.Values.OrderBy(each => each.Line))
        {
            log.Skipped++;
            log.Error(command.Roster.Name, line, refusal.Field ?? string.Empty, refusal.Message, "this row");
        }
    }

    /// <summary>Keeps the order of the file, which the parallel calls lose.</summary>
    private async IAsyncEnumerable<RosterPerson> Remember(IAsyncEnumerable<RosterPerson> people)
    {
        await foreach (var person in people)
        {
            everybody.Add(IdOf(person));
            command.Seen?.Invoke(person);
            yield return person;
        }
    }

    private async Task RegisterAsync(RosterPerson person)
    {
        var id = IdOf(person);
        var grain = grains.GetGrain<IParticipantGrain>(GrainKey.Of(command.Tenant, id));
        var known = (await grain.Get(command.Actor)).Value;
        if (known is not null && IsSame(known.Profile, person.Registration))
        {
            lock (gate)
            {
                Unchanged++;
            }

            return;
        }

        var step = EntityId.Derive<CommandId>(command.Id.Value, "register", person.Registration.ExternalId);
        var reply = await grain.Register(command.Actor, step, person.Registration);
        lock (gate)
        {
            Count(person, id, reply.Refusal);
        }
    }

    private void Count(RosterPerson person, ParticipantId id, Refusal? refusal)
    {
        switch (refusal)
        {
            case null:
                Imported++;
                break;
            case { Code: ErrorCodes.InputInvalid or ErrorCodes.ParticipantCapacityInUse }:
                // The row is right in itself; the person as the program knows them does not allow it.
                refused[id] = (person.Line, refusal);
                break;
            default:
                throw new RefusedException(refusal);
        }
    }

    private ParticipantId IdOf(RosterPerson person) => ParticipantDecisions.IdOf(command.Tenant, person.Registration.ExternalId);

    /// <summary>Compared as JSON, since arrays in records compare by reference.</summary>
    private static bool IsSame(RegisterParticipant one, RegisterParticipant other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, ContractsJson.Options).AsSpan().SequenceEqual(
            JsonSerializer.SerializeToUtf8Bytes(other, ContractsJson.Options));
}
