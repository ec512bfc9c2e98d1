using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Cases;

/// <summary>Fields of <c>ProgramCase</c>: what it is about is read from the pairing, as the caller may see it.</summary>
internal static class CaseFields
{
    public static async Task<PairingRow> PairingAsync(CaseRow parent, PairingLoader loader) => (await loader.LoadAsync(parent.Pairing))!.Row;

    public static async Task<Escalation?> EscalationAsync(CaseRow parent, PairingLoader loader) => parent.Kind == CaseKind.Escalation
        ? (await loader.LifeAsync(parent.Pairing)).Escalations.FirstOrDefault(each => each.Number == parent.Number)
        : null;

    public static async Task<ReassignmentRequest?> ReassignmentAsync(CaseRow parent, PairingLoader loader) =>
        parent.Kind == CaseKind.Reassignment ? (await loader.LifeAsync(parent.Pairing)).Reassignments.ElementAtOrDefault(parent.Number - 1) : null;

    public static async Task<MonthHours?> OverloadAsync(CaseRow parent, PairingLoader loader) => parent.Kind == CaseKind.Overload
        ? (await loader.LifeAsync(parent.Pairing)).Hours.FirstOrDefault(each => each.Month == parent.Number)
        : null;

    public static async Task<CoverState?> CoverAsync(CaseRow parent, Caller caller, GrainReader reader) =>
        parent.Kind == CaseKind.Cover ? await reader.CoverAsync(caller, parent.Pairing) : null;
}
