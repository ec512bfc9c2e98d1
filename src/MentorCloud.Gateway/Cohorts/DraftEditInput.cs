using MentorCloud.Domain.Cohorts.Rounds.Edits;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record DraftEditInput(MatchPairInput? Assign, MatchPairInput? Unassign, DraftSwapInput? Swap)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND naming the field.</exception>
    public DraftEdit ToEdit(string field) => this switch
    {
        { Assign: { } pair } => new DraftEdit(DraftEditKind.Assign, pair.ToPair($"{field}.assign")),
        { Unassign: { } pair } => new DraftEdit(DraftEditKind.Unassign, pair.ToPair($"{field}.unassign")),
        _ => new DraftEdit(DraftEditKind.Swap, Swap!.One.ToPair($"{field}.swap.one"), Swap.Other.ToPair($"{field}.swap.other")),
    };
}
