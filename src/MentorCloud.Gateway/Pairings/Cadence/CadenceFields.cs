using System.Globalization;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Cohorts;
using MentorCloud.Gateway.Paging;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>Fields of <c>Pairing</c> about what falls due.</summary>
internal static class CadenceFields
{
    public static async Task<PairingPause?> PauseAsync(PairingRow parent, PairingLoader loader) => (await loader.LifeAsync(parent.Id)).Pause;

    public static async Task<IReadOnlyList<Duty>> OpenDutiesAsync(PairingRow parent, PairingLoader loader) =>
        [.. (await loader.LifeAsync(parent.Id)).Duties.Where(duty => duty.IsOpen).OrderBy(duty => duty.DueAt)];

    public static async Task<Connection<Duty>> DutiesAsync(
        PairingRow parent, DutyKind kind, int first, string? after, PairingLoader loader, Caller caller, GrainReader reader)
    {
        _ = await loader.LoadAsync(parent.Id);
        var name = $"duties:{parent.Id}:{kind}";
        var query = new DutyQuery(kind, NumberCursor.Read(name, after), first);
        var list = (await reader.Pairing(caller, parent.Id).Duties(caller.Actor, query)).OrThrow();
        return NumberCursor.Page(name, list.Duties, duty => duty.Number, list.HasMore, list.HasNewer, list.Total);
    }

    public static async Task<IReadOnlyList<DutyTally>> DutyTalliesAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Tallies;

    /// <summary>A prompt that an earlier release scheduled has no text of its own: the calendar has one for its number.</summary>
    public static async Task<string?> PromptAsync(PairingRow parent, PairingLoader loader, CohortLoader cohorts) =>
        await loader.LifeAsync(parent.Id) switch
        {
            { Prompt: { } asked } => asked,
            { PromptNumber: { } number } => Prompts.TextOf(parent.Id, number, (await cohorts.LoadAsync(parent.Cohort))!.Design.Kit.Prompts),
            _ => null,
        };

    public static async Task<IReadOnlyList<MeetingSlot>?> ProposedSlotsAsync(
        PairingRow parent, int minutes, int count, Caller caller, GrainReader reader)
    {
        var list = (await reader.Pairing(caller, parent.Id).ProposeSlots(caller.Actor, minutes, count)).OrThrow();
        return [.. list.Slots.Select(at => new MeetingSlot(at, at.AddMinutes(list.Minutes), Local(at, list.MentorZone), Local(at, list.MenteeZone)))];
    }

    public static async Task<IReadOnlyList<Meeting>> MeetingsAsync(PairingRow parent, PairingLoader loader, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return [.. (await loader.LifeAsync(parent.Id)).Meetings.Where(meeting => meeting.Stands(now)).OrderBy(meeting => meeting.StartsAt)];
    }

    public static async Task<MeetingFile?> MeetingInvitationAsync(
        PairingRow parent, DateTimeOffset startsAt, int minutes, Caller caller, ParticipantLoader people, TimeProvider clock)
    {
        if (caller.Actor.Participant is not { } self || (self != parent.Mentor && self != parent.Mentee))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (MeetingInvitation.Refuse(startsAt, minutes, now) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var (mentor, mentee) = (await people.LoadAsync(parent.Mentor), await people.LoadAsync(parent.Mentee));
        var invitation = new MeetingInvitation(parent.Id, startsAt.ToUniversalTime(), minutes, $"{mentor!.Name} / {mentee!.Name}");
        return new MeetingFile(invitation.FileName, invitation.Write(now));
    }

    public static async Task<IReadOnlyList<MonthHours>> HoursAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Hours;

    private static string Local(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone))
        .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
