using System.Globalization;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.People;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Meetings;

/// <summary>
/// Sends both sides of a pairing the invitation to a meeting, or word that it is called off, with times in their own zones. The
/// letter's id is made of pairing, meeting and side: repeated after a crash, it is taken over once. Nobody is written to without
/// an active account, or about a meeting that is over.
/// </summary>
internal sealed class MeetingLetters(
    IFactFeed feed, IAccounts accounts, IViews views, IAccountMail mail, TimeProvider clock, ILogger<MeetingLetters> log)
    : FactReactions("meeting-letters", feed, clock, log)
{
    private readonly TimeProvider time = clock;

    /// <inheritdoc/>
    protected override bool Concerns(Fact fact) => fact is MeetingInvited or MeetingCalledOff;

    /// <inheritdoc/>
    protected override Task ReactAsync(FactRecord record, CancellationToken cancellationToken) => record.Fact switch
    {
        MeetingInvited invited => TellAsync(record.Tenant, invited.Pairing, invited.Meeting, calledOff: false, cancellationToken),
        MeetingCalledOff off => TellAsync(record.Tenant, off.Pairing, off.Meeting, calledOff: true, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task TellAsync(TenantId tenant, PairingId pairing, Meeting meeting, bool calledOff, CancellationToken cancellationToken)
    {
        if (meeting.EndsAt <= time.GetUtcNow()
            || !(await views.PairingsByIdAsync(tenant, [pairing], cancellationToken)).TryGetValue(pairing, out var row))
        {
            return;
        }

        var people = await views.ParticipantsByIdAsync(tenant, [row.Mentor, row.Mentee], cancellationToken);
        var (inviting, invited) = meeting.InvitedBy == PairingSide.Mentor ? (row.Mentor, row.Mentee) : (row.Mentee, row.Mentor);
        if (!people.TryGetValue(inviting, out var first) || !people.TryGetValue(invited, out var second))
        {
            return;
        }

        var organizer = await accounts.FindByParticipantAsync(tenant, inviting, cancellationToken);
        var attendee = await accounts.FindByParticipantAsync(tenant, invited, cancellationToken);
        var parties = organizer is null || attendee is null
            ? null : new MeetingParties(new(first.Name, organizer.Email), new(second.Name, attendee.Email), meeting.Number, calledOff);
        var invitation = new MeetingInvitation(pairing, meeting.StartsAt, meeting.Minutes, $"{first.Name} / {second.Name}") { Between = parties };
        var own = invitation with { Between = parties is null ? null : parties with { ForOrganizer = true } };
        await SendAsync(own, organizer, first, attendee, second);
        await SendAsync(invitation, attendee, second, organizer, first);

        Task SendAsync(MeetingInvitation file, Account? to, ParticipantRow reader, Account? other, ParticipantRow partner) =>
            to is { Status: AccountStatus.Active }
                ? mail.SendAsync(Letter(file, meeting, calledOff, to, reader.TimeZone, partner.Name) with { About = other is null ? [] : [other.Email] }, cancellationToken)
                : Task.CompletedTask;
    }

    private AccountMail Letter(MeetingInvitation invitation, Meeting meeting, bool calledOff, Account to, string zone, string partner)
    {
        var when = When(meeting.StartsAt, zone);
        var (subject, text) = calledOff ? CalledOff(partner, when) : Invited(partner, when, meeting.Minutes);
        return new AccountMail(to.Email, subject, text)
        {
            Id = EntityId.Derive<CommandId>(
                invitation.Pairing.Value, calledOff ? "meeting-called-off" : "meeting-invitation", $"{meeting.Number}/{to.Id}").Value,
            Calendar = calledOff && invitation.Between is null
                ? null : new MailCalendar(invitation.Method, invitation.Write(time.GetUtcNow())),
        };
    }

    private static (string Subject, string Text) Invited(string partner, string when, int minutes) => (
        $"Meeting with {partner}, {when} / Treffen mit {partner}",
        $"""
        Hello,

        you and {partner} have a meeting of your mentoring on {when}, {minutes} minutes.
        The invitation in this mail puts it into your calendar.

        Guten Tag,

        Sie und {partner} haben ein Treffen im Mentoring: {when}, {minutes} Minuten.
        Die Einladung in dieser Nachricht trägt es in Ihren Kalender ein.
        """);

    private static (string Subject, string Text) CalledOff(string partner, string when) => (
        $"Called off: meeting with {partner}, {when} / Abgesagt: Treffen mit {partner}",
        $"""
        Hello,

        the meeting with {partner} on {when} is called off.

        Guten Tag,

        das Treffen mit {partner} am {when} ist abgesagt.
        """);

    /// <summary>A zone that this machine does not know is told in UTC alone: one letter must not hold up all the others.</summary>
    private static string When(DateTimeOffset at, string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, known):yyyy-MM-dd HH:mm} ({zone}; {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC)")
        : string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
