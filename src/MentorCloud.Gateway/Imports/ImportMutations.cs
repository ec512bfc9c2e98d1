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
        FrameworkImportInput input, Caller caller, GrainReader grains, IImports imports, CancellationToken cancellationToken)
    {
        var files = new FrameworkTexts(input.Name, input.SkillsCsv, input.WorkStylesCsv, input.AnchorsCsv);
        var (outcome, errors) = await RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, "Framework.Import");
            return await imports.ImportFrameworkAsync(caller.Actor, caller.Command(input.IdempotencyKey), files, cancellationToken);
        });
        var tenant = errors.Count == 0 ? await grains.TenantAsync(caller) : null;
        return new FrameworkImportPayload(tenant, outcome?.Read ?? 0, outcome?.Imported ?? 0, outcome?.Problems ?? [], errors);
    }

    public static async Task<RosterImportPayload> RosterImportAsync(
        RosterImportInput input, Caller caller, GrainReader grains, IImports imports, CancellationToken cancellationToken)
    {
        var (outcome, errors) = await RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, "Participant.Register");
            CohortId? cohort = input.Cohort is null ? null : GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
            var roster = new RosterText(input.Csv, cohort, input.SkipInvalid);
            return await imports.ImportRosterAsync(caller.Actor, caller.Command(input.IdempotencyKey), roster, cancellationToken);
        });
        return outcome is null
            ? new RosterImportPayload(0, 0, 0, 0, [], [], errors)
            : new RosterImportPayload(
                outcome.Read, outcome.Imported, outcome.Unchanged, outcome.Skipped, outcome.Problems, outcome.Warnings, errors);
    }

    /// <summary>A file with errors is refused, and its report still says what they are.</summary>
    private static async Task<(ImportOutcome? Outcome, IReadOnlyList<UserError> Errors)> RunAsync(Func<Task<ImportOutcome>> import)
    {
        var (outcome, errors) = await Attempt.RunAsync<ImportOutcome>(async () => await import());
        return outcome?.Refusal is { } refusal ? (outcome, [UserError.Of(refusal)]) : (outcome, errors);
    }
}
