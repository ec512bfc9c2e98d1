using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Cohorts;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.People;
using MentorCloud.Contracts.Pairings;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Fields of <c>Pairing</c>.</summary>
internal static class PairingFields
{
    public static string Id(PairingRow parent) => GlobalId.Of(NodeType.Pairing, parent.Id);

    public static VisibleStage Stage(PairingRow parent) => parent.Stage switch
    {
        PairingStage.Contracting => VisibleStage.Contracting,
        PairingStage.Active => VisibleStage.Active,
        PairingStage.Ended => VisibleStage.Ended,
        PairingStage.Paused => VisibleStage.Paused,
        _ => throw new InvalidOperationException($"A pairing that is {parent.Stage} must not leave the program."),
    };

    public static async Task<ParticipantRow> MentorAsync(PairingRow parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentor))!;

    public static async Task<ParticipantRow> MenteeAsync(PairingRow parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static async Task<CohortRow> CohortAsync(PairingRow parent, CohortLoader loader) => (await loader.LoadAsync(parent.Cohort))!.ToRow();

    public static decimal Score(PairingRow parent) => Domain.Cohorts.Matching.Score.ToDecimal(parent.Score);

    public static async Task<IReadOnlyList<FactorScore>> FactorsAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LoadAsync(parent.Id))!.Factors;

    public static async Task<DateTimeOffset> EndsAtAsync(PairingRow parent, PairingLoader loader) => (await loader.LoadAsync(parent.Id))!.EndsAt;

    public static async Task<ContractVersion?> ContractAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LoadAsync(parent.Id))!.Contracts.LastOrDefault();

    public static async Task<ContractTerms> ContractTemplateAsync(PairingRow parent, CohortLoader cohorts)
    {
        var design = (await cohorts.LoadAsync(parent.Cohort))!.Design;
        return ContractTemplates.Of(design.Type, design.CadenceDays);
    }

    public static async Task<IReadOnlyList<ContractVersion>> ContractsAsync(
        PairingRow parent, PairingLoader loader, Caller caller, GrainReader reader)
    {
        _ = await loader.LoadAsync(parent.Id);
        return (await reader.Pairing(caller, parent.Id).Contracts(caller.Actor)).OrThrow().Versions;
    }

    public static async Task<IReadOnlyList<CheckInView>> CheckInsAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LoadAsync(parent.Id))!.CheckIns;
}
