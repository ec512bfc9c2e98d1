using System.Globalization;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Imports;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Imports;

/// <summary>Mutations that import files.</summary>
internal static class ImportMutations
{
    public static async Task<FrameworkImportPayload> FrameworkImportAsync(
        FrameworkImportInput input, Caller caller, GrainReader grains, IImports imports, Repetitions repetitions, CancellationToken cancellationToken)
    {
        var files = new FrameworkTexts(input.Name, input.SkillsCsv, input.WorkStylesCsv, input.AnchorsCsv);
        var (outcome, errors) = await RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, "Framework.Import");
            return await OnceAsync(input.IdempotencyKey, input, caller, repetitions, command =>
                imports.ImportFrameworkAsync(caller.Actor, command, files, cancellationToken), cancellationToken);
        });
        var tenant = errors.Count == 0 ? await grains.TenantAsync(caller) : null;
        return new FrameworkImportPayload(tenant, outcome?.Read ?? 0, outcome?.Imported ?? 0, outcome?.Problems ?? [], errors);
    }

    public static async Task<RosterImportPayload> RosterImportAsync(
        RosterImportInput input, Caller caller, GrainReader grains, IImports imports, Repetitions repetitions, CancellationToken cancellationToken)
    {
        var (outcome, errors) = await RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, "Participant.Register");
            CohortId? cohort = input.Cohort is null ? null : GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
            var roster = new RosterText(input.Csv, cohort, input.SkipInvalid);
            return await OnceAsync(input.IdempotencyKey, input, caller, repetitions, command =>
                imports.ImportRosterAsync(caller.Actor, command, roster, cancellationToken), cancellationToken);
        });
        return outcome is null
            ? new RosterImportPayload(0, 0, 0, 0, [], [], errors)
            : new RosterImportPayload(
                outcome.Read, outcome.Imported, outcome.Unchanged, outcome.Skipped, outcome.Problems, outcome.Warnings, errors);
    }

    /// <summary>A late repetition does not bring back what was changed since; its report has the counts and no problems. A refused file leaves the key free.</summary>
    private static async Task<ImportOutcome> OnceAsync(
        string key, object input, Caller caller, Repetitions repetitions, Func<CommandId, Task<ImportOutcome>> import,
        CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
    {
        ImportOutcome? refused = null;
        var reply = await repetitions.RunAsync<ImportOutcome>(caller, key, input, RunAsync, Note, noted => Task.FromResult<Reply<ImportOutcome>>(Read(noted)), cancellationToken, mutation);
        return refused ?? reply.OrThrow();

        async Task<Reply<ImportOutcome>> RunAsync()
        {
            var outcome = await import(caller.Command(key));
            refused = outcome.Refusal is null ? null : outcome;
            return outcome.Refusal is { } refusal ? refusal : outcome;
        }
    }

    private static string Note(ImportOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture, $"{outcome.Read} {outcome.Imported} {outcome.Unchanged} {outcome.Skipped}");

    private static ImportOutcome Read(string note)
    {
        var counts = Array.ConvertAll(note.Split(' '), count => int.Parse(count, CultureInfo.InvariantCulture));
        return new ImportOutcome(counts[0], counts[1], counts[2], counts[3], [], [], null);
    }

    /// <summary>A file with errors is refused, and its report still says what they are.</summary>
    private static async Task<(ImportOutcome? Outcome, IReadOnlyList<UserError> Errors)> RunAsync(Func<Task<ImportOutcome>> import)
    {
        var (outcome, errors) = await Attempt.RunAsync<ImportOutcome>(async () => await import());
        return outcome?.Refusal is { } refusal ? (outcome, [UserError.Of(refusal)]) : (outcome, errors);
    }
}
