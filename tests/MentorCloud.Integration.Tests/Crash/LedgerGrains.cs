using System.Globalization;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>
/// What a ledger's number means. By turns: a participant, a cohort or an account (<see cref="AccountLedger"/>) that is
/// changed again and again, and a row of pairings, each prepared, published and with a reminder for its first duty.
/// </summary>
internal static class LedgerGrains
{
    private const int Kinds = 4;

    /// <summary>Makes a number durable; repeating one does nothing.</summary>
    public static async Task WriteAsync(CrashInstallation on, int ledger, long number)
    {
        var command = CrashInstallation.Command("write", Text(ledger), Text(number));
        switch (ledger % Kinds)
        {
            case 0:
                (await Participant(on, ledger).Register(CrashInstallation.Admin, command, Profile(ledger, number))).OrThrow();
                break;
            case 1 when number == 1:
                (await Cohort(on, ledger).Create(CrashInstallation.Admin, command, Design(number))).OrThrow();
                break;
            case 1:
                (await Cohort(on, ledger).Revise(CrashInstallation.Admin, command, Design(number))).OrThrow();
                break;
            case 2:
                await AccountLedger.WriteAsync(on, ledger, number);
                break;
            default:
                var pairing = Pairing(on, ledger, number);
                (await pairing.Prepare(CrashInstallation.System, Preparation(ledger))).OrThrow();
                (await pairing.Publish(CrashInstallation.System)).OrThrow();
                break;
        }
    }

    /// <summary>The number that is stored, and 1 when the reminders are as they have to be.</summary>
    public static async Task<(long Number, int Reminders)> FindAsync(CrashInstallation on, int ledger) => (ledger % Kinds) switch
    {
        0 => (await FindParticipantAsync(on, ledger), 1),
        1 => (await FindCohortAsync(on, ledger), 1),
        2 => (await AccountLedger.FindAsync(on, ledger), 1),
        _ => await FindPairingsAsync(on, ledger),
    };

    private static async Task<long> FindParticipantAsync(CrashInstallation on, int ledger)
    {
        if ((await Participant(on, ledger).Get(CrashInstallation.Admin)).Value?.Profile is not { } found)
            return 0;
        var number = Number(found.Title);
        var whole = Profile(ledger, number);
        return (found.Division, found.Location, found.HoursPerMonth) == (whole.Division, whole.Location, whole.HoursPerMonth)
            ? number
            : throw new InvalidOperationException($"Participant {ledger} is half applied at {number}.");
    }

    private static async Task<long> FindCohortAsync(CrashInstallation on, int ledger)
    {
        if ((await Cohort(on, ledger).Get(CrashInstallation.Admin)).Value?.Design is not { } found)
            return 0;
        var number = Number(found.Name);
        return found.TargetPopulation == Design(number).TargetPopulation
            ? number
            : throw new InvalidOperationException($"Cohort {ledger} is half applied at {number}.");
    }

    /// <summary>Pairings are made one after the other: the last one is found by halving.</summary>
    private static async Task<(long Number, int Reminders)> FindPairingsAsync(CrashInstallation on, int ledger)
    {
        long past = 1;
        while (await IsPublishedAsync(on, ledger, past))
            past *= 2;
        var last = past / 2;
        while (past - last > 1)
        {
            var middle = last + ((past - last) / 2);
            (last, past) = await IsPublishedAsync(on, ledger, middle) ? (middle, past) : (last, middle);
        }

        var key = GrainKey.Of(CrashInstallation.Tenant, PairingId(ledger, last));
        return (last, (await on.Get<IReminderStore>().ListAsync("pairing", key, CancellationToken.None)).Count);
    }

    private static async Task<bool> IsPublishedAsync(CrashInstallation on, int ledger, long number) =>
        (await Pairing(on, ledger, number).Project(CrashInstallation.System)).Rows
            .OfType<PairingRow>().Any(row => row.Stage == PairingStage.Contracting);

    private static IParticipantGrain Participant(CrashInstallation on, int ledger) =>
        on.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(CrashInstallation.Tenant, ParticipantDecisions.IdOf(CrashInstallation.Tenant, Text(ledger))));

    private static ICohortGrain Cohort(CrashInstallation on, int ledger) =>
        on.Grains.GetGrain<ICohortGrain>(GrainKey.Of(CrashInstallation.Tenant, Id<CohortId>(ledger)));

    private static IPairingGrain Pairing(CrashInstallation on, int ledger, long number) =>
        on.Grains.GetGrain<IPairingGrain>(GrainKey.Of(CrashInstallation.Tenant, PairingId(ledger, number)));

    private static PairingId PairingId(int ledger, long number) =>
        EntityId.Derive<PairingId>(CrashInstallation.Tenant.Value, "pairing", Text(ledger), Text(number));

    private static TId Id<TId>(int ledger)
        where TId : struct, IEntityId<TId> => EntityId.Derive<TId>(CrashInstallation.Tenant.Value, "crash", Text(ledger));

    private static RegisterParticipant Profile(int ledger, long number) => new()
    {
        ExternalId = Text(ledger),
        Kind = ParticipantKind.Mentor,
        Title = $"Director {number}",
        Division = new string((char)('a' + (number % 26)), 1 + (int)(number * 37 % 90)),
        Location = Text(number * 7),
        TimeZone = "Europe/Oslo",
        HoursPerMonth = (int)(number % 80),
        MaxMentees = 3,
    };

    private static CohortDesign Design(long number) => new()
    {
        Name = $"Cohort {number}",
        TargetPopulation = new string((char)('a' + (number % 26)), 1 + (int)(number * 37 % 190)),
    };

    private static PreparePairing Preparation(int ledger) => new(
        Id<CohortId>(ledger), Id<RoundId>(ledger), Id<ParticipantId>(ledger), Id<ParticipantId>(ledger + 1), "Europe/Oslo", 14,
        DateTimeOffset.UnixEpoch.AddYears(58), 1, 0, []);

    private static long Number(string text) => long.Parse(text.AsSpan(text.IndexOf(' ') + 1), CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
