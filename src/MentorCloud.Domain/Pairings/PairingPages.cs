using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings;

/// <summary>
/// Keeps a pairing's stored state under 64 KB (docs/adr/0062): at most 40 closed duties and 40 finished entries, of which more
/// than the newest 20 stay only while their words weigh little, and, beside the contract in force and the one being drawn up,
/// superseded and withdrawn versions of 10,000 characters together.
/// </summary>
public static class PairingPages
{
    private const int MostClosed = 40;
    private const int CutAtOnce = 20;
    private const int AlwaysKept = MostClosed - CutAtOnce;
    private const int MostWords = 4_000;

    /// <summary>Cuts off what is too much; usually nothing.</summary>
    /// <param name="state">The pairing about to be committed.</param>
    /// <returns>The smaller pairing and the page to be stored before it as page <see cref="PairingState.Pages"/>; no page when nothing was cut.</returns>
    public static (PairingState State, PairingPage? Page) Cut(PairingState state)
    {
        var duties = Old(state.Duties, duty => !duty.IsOpen, duty => duty.Excuse + duty.PromptText);
        var entries = Old(state.Entries, entry => entry.IsClosed, entry => entry.Topic);
        var contracts = OldContracts(state);
        if (duties.IsEmpty && entries.IsEmpty && contracts.IsEmpty)
        {
            return (state, null);
        }

        var kept = state with
        {
            Duties = state.Duties.RemoveRange(duties),
            Entries = state.Entries.RemoveRange(entries),
            Contracts = state.Contracts.RemoveRange(contracts),
            Pages = state.Pages + 1,
            Shared = SharedEntry.Keep(state, entries),
            Paged = state.Paged.Add(entries, duties),
        };
        return (kept, new PairingPage(contracts, duties, entries));
    }

    /// <summary>The rules of health and growth look at the newest: those stay whatever they weigh.</summary>
    private static ImmutableArray<T> Old<T>(ImmutableArray<T> all, Func<T, bool> isClosed, Func<T, string?> words)
    {
        var closed = all.Where(isClosed).ToList();
        return closed.Count > MostClosed || Inputs.Weight(closed.Select(words).OfType<string>()) > MostWords
            ? [.. closed.Take(Math.Min(CutAtOnce, closed.Count - AlwaysKept))] : [];
    }

    private static ImmutableArray<ContractVersion> OldContracts(PairingState state)
    {
        var over = state.Contracts.Where(version => version.Status is ContractStatus.Superseded or ContractStatus.Withdrawn).ToList();
        return over.Sum(version => ContractTermsCheck.Weight(version.Terms)) > ContractTermsCheck.MostWeight ? [.. over] : [];
    }
}
