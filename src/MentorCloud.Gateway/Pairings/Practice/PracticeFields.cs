using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>Fields of <c>Pairing</c> about what the two write, and about milestones.</summary>
internal static class PracticeFields
{
    public static async Task<Connection<OpenEntry>?> EntriesAsync(
        PairingRow parent, EntryKind? kind, int first, string? after,
        PairingLoader loader, Caller caller, GrainReader reader, GuardedViews views, CancellationToken cancellationToken)
    {
        _ = await loader.LoadAsync(parent.Id);
        var name = $"entries:{parent.Id}:{kind}";
        var query = new EntryQuery(kind, NumberCursor.Read(name, after), first);
        var list = (await reader.Pairing(caller, parent.Id).Entries(caller.Actor, query)).OrThrow();
        foreach (var side in list.Entries.Select(entry => entry.Head.Author).Distinct())
        {
            var author = side == PairingSide.Mentor ? parent.Mentor : parent.Mentee;
            await views.AuditPersonAsync(caller, author, "Read Entries", cancellationToken);
        }

        return NumberCursor.Page(name, list.Entries, entry => entry.Head.Number, list.HasMore, list.HasNewer, list.Total);
    }

    public static async Task<FeedbackTally> FeedbackAsync(PairingRow parent, PairingLoader loader) => (await loader.LifeAsync(parent.Id)).Feedback;

    public static async Task<Ownership> OwnershipAsync(PairingRow parent, PairingLoader loader) => (await loader.LifeAsync(parent.Id)).Ownership;

    public static async Task<IReadOnlyList<MilestoneProgress>> MilestonesAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Milestones;

    public static async Task<IReadOnlyList<int>> HandoverAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Handover;

    /// <summary>The mentee's ended pairing before this one in the cohort hands over what the mentee chose; its texts are read in the system's name, for the pair alone.</summary>
    public static async Task<IReadOnlyList<OpenEntry>> HandedOverAsync(
        PairingRow parent, Caller caller, GrainReader reader, GuardedViews views, CancellationToken cancellationToken)
    {
        if (caller.Actor.Participant is not { } self || (self != parent.Mentor && self != parent.Mentee)
            || await views.PairingBeforeAsync(caller, parent, cancellationToken) is not { } before)
        {
            return [];
        }

        await views.AuditPersonAsync(caller, parent.Mentee, "Read Handover", cancellationToken);
        await views.AuditPersonAsync(caller, before.Mentor, "Read Handover", cancellationToken);
        var system = Actor.System(caller.Tenant, "handover");
        return (await reader.Pairing(caller, before.Id).HandoverPack(system)).OrThrow().Entries;
    }
}
