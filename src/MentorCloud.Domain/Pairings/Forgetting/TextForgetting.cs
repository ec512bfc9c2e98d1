using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Forgetting;

/// <summary>
/// Takes the words of one side, or of both, out of a pairing and its pages; what happened when stays, and so does what the other
/// side wrote (requirement 74). Texts of entries are not here: they are noise once their writer's key is destroyed.
/// </summary>
public static class TextForgetting
{
    /// <summary>What stands where a word was taken out.</summary>
    public const string Gone = "[erased]";

    /// <summary>Whether all that is to be forgotten was forgotten before.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="side">Whose words; null for everybody's.</param>
    /// <returns>True when nothing is left to do.</returns>
    public static bool IsDone(PairingState state, PairingSide? side) =>
        state.Forgotten.Contains(PairingSide.Mentor) && state.Forgotten.Contains(PairingSide.Mentee)
        || (side is { } one && state.Forgotten.Contains(one));

    /// <summary>A page without the words.</summary>
    /// <param name="page">The page.</param>
    /// <param name="side">Whose words; null for everybody's.</param>
    /// <param name="titles">Titles of milestones that go, of all pages and the pairing: <see cref="TitlesOf"/>.</param>
    /// <returns>The page as it stays.</returns>
    public static PairingPage Forget(PairingPage page, PairingSide? side, IReadOnlySet<string> titles) => page with
    {
        Contracts = [.. page.Contracts.Select(version => Forget(version, side))],
        Duties = [.. page.Duties.Select(duty => Forget(duty, side))],
        Entries = [.. page.Entries.Select(entry => Forget(entry, side, titles))],
    };

    /// <summary>Titles of milestones that a side wrote, in contracts at hand or on pages: progress and entries name them too.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="side">Whose words; null for everybody's.</param>
    /// <param name="words">That side's words as they rest, which still tell whose a title is when its contract was forgotten before a crash.</param>
    /// <returns>The titles.</returns>
    public static IReadOnlySet<string> TitlesOf(
        PairingState state, IReadOnlyCollection<PairingPage> pages, PairingSide? side, IReadOnlyCollection<string> words)
    {
        var named = state.Entries.Concat(pages.SelectMany(page => page.Entries))
            .Where(entry => EntryRules.NamesMilestone(entry.Kind)).Select(entry => entry.Topic).OfType<string>();
        return TitlesIn(state.Contracts.Concat(pages.SelectMany(page => page.Contracts)), side)
            .Union(state.Milestones.Select(each => each.Title).Concat(named).Intersect(words)).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> TitlesIn(IEnumerable<ContractVersion> versions, PairingSide? side) =>
        versions.SelectMany(version => ContractTexts.TitlesBy(version, side)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Forgets; again changes nothing. NOT_FOUND for everybody but the system.</summary>
    internal static Decision<PairingState> Decide(PairingState state, PairingTurn turn, ForgetTexts command)
    {
        if (turn.Actor.Kind != ActorKind.System || state.PublishedAt is null)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such pairing.");
        }

        return IsDone(state, command.Side)
            ? Decision<PairingState>.Accept(state)
            : Decision<PairingState>.Accept(Forget(state, command.Side, command.Titles), new TextsForgotten(state.Id, command.Side));
    }

    /// <summary>A title that the other side wrote in a contract at hand stays theirs, whatever pages say.</summary>
    private static PairingState Forget(PairingState state, PairingSide? side, ImmutableArray<string> paged)
    {
        var others = side is { } own ? TitlesIn(state.Contracts, own == PairingSide.Mentor ? PairingSide.Mentee : PairingSide.Mentor) : null;
        var titles = TitlesIn(state.Contracts, side).Union(paged.Where(title => others?.Contains(title) != true)).ToHashSet(StringComparer.Ordinal);
        return state with
        {
            Contracts = [.. state.Contracts.Select(version => Forget(version, side))],
            Milestones = [.. state.Milestones.Select(each => titles.Contains(each.Title) || side is null ? each with { Title = Gone } : each)],
            Duties = [.. state.Duties.Select(duty => Forget(duty, side))],
            Pause = state.Pause is { } pause && (side is null || pause.By is null || pause.By == side) ? pause with { Reason = Gone } : state.Pause,
            Escalations = [.. state.Escalations.Select(each => Forget(each, side))],
            Entries = [.. state.Entries.Select(entry => Forget(entry, side, titles))],
            SelfAssessments = [.. state.SelfAssessments.Where(each => IsHit(side, each.By))],
            Reviews = [.. state.Reviews.Where(each => IsHit(side, each.Of))],
            Forgotten = side is { } one ? state.Forgotten.Add(one) : [PairingSide.Mentor, PairingSide.Mentee],
        };

        static bool IsHit(PairingSide? side, PairingSide of) => side is { } other && other != of;
    }

    private static ContractVersion Forget(ContractVersion version, PairingSide? side) =>
        version with { Terms = ContractTexts.Without(version, side, Gone) };

    private static Duty Forget(Duty duty, PairingSide? side) =>
        duty.Excuse is not null && (side is null || duty.LoggedBy is null || duty.LoggedBy == side) ? duty with { Excuse = Gone } : duty;

    private static Escalation Forget(Escalation escalation, PairingSide? side) => escalation with
    {
        Subject = side is null || escalation.OpenedBy == side ? Gone : escalation.Subject,
        Resolution = escalation.Resolution is not null && (side is null || escalation.OpenedBy == side) ? Gone : escalation.Resolution,
    };

    private static Entry Forget(Entry entry, PairingSide? side, IReadOnlySet<string> titles) => entry.Topic switch
    {
        null => entry,
        _ when entry.Kind == EntryKind.Stretch => entry,
        _ when side is null || titles.Contains(entry.Topic) => entry with { Topic = Gone },
        _ when !EntryRules.NamesMilestone(entry.Kind) && entry.Author == side => entry with { Topic = Gone },
        _ => entry,
    };
}
