using System.Globalization;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.People;

/// <summary>Tells one pairing to one of its two: whatever they may see of it, over all its pages.</summary>
internal sealed class PairingStory(Caller caller, GrainReader grains, ParticipantId self)
{
    private const int DutiesAtOnce = 100;
    private const int EntriesAtOnce = 50;

    public async Task<string> TellAsync(PairingRow row)
    {
        var grain = grains.Pairing(caller, row.Id);
        var life = (await grain.Get(caller.Actor)).OrThrow().Life!;
        var text = new ArchiveText()
            .Line(string.Create(CultureInfo.InvariantCulture, $"Pairing since {row.CreatedAt:yyyy-MM-dd}, as {(row.Mentor == self ? "mentor" : "mentee")}; {row.Stage}, {life.Outcome}."))
            .Under("Contracts", (await grain.Contracts(caller.Actor)).OrThrow().Versions)
            .Under("Milestones", life.Milestones)
            .Under("Time given by month, minutes", life.Hours)
            .Under("Pause", life.Pause)
            .Under("Meetings", life.Meetings)
            .Under("Your escalations", life.Escalations)
            .Under("Your requests for another partner", life.Reassignments)
            .Under("What one of you wants at the end of the term", life.TermProposal)
            .Under("Your assessments of yourself", life.Assessments)
            .Under("Growth", life.Growth)
            .Under("Autonomy", new { life.Autonomy, life.AutonomyAsked })
            .Under("Ratings of the mentoring", life.Ratings)
            .Under("360-degree reviews of you", life.Reviews)
            .Under("Open 360-degree review of you", life.OpenReview)
            .Under("What you hand over, by number", life.Handover);
        foreach (var kind in Enum.GetValues<DutyKind>())
        {
            text.Under($"{kind}, newest first", await DutiesAsync(row.Id, kind));
        }

        await AddEntriesAsync(text, row.Id);
        return text.ToString();
    }

    private async Task<List<Duty>> DutiesAsync(PairingId pairing, DutyKind kind)
    {
        var all = new List<Duty>();
        for (var more = true; more;)
        {
            var list = (await grains.Pairing(caller, pairing).Duties(caller.Actor, new DutyQuery(kind, all.Count == 0 ? null : all[^1].Number, DutiesAtOnce))).OrThrow();
            all.AddRange(list.Duties);
            more = list.HasMore;
        }

        return all;
    }

    private async Task AddEntriesAsync(ArchiveText text, PairingId pairing)
    {
        int? before = null;
        for (var more = true; more;)
        {
            var list = (await grains.Pairing(caller, pairing).Entries(caller.Actor, new EntryQuery(Before: before, Most: EntriesAtOnce))).OrThrow();
            foreach (var entry in list.Entries)
            {
                text.Under($"{entry.Head.Kind} {entry.Head.Number}", entry);
            }

            (more, before) = (list.HasMore, list.Entries.IsEmpty ? before : list.Entries[^1].Head.Number);
        }
    }
}
