using System.Collections.Immutable;
using MentorCloud.App.Meetings;
using MentorCloud.App.Tests.Facts;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.People;
using MentorCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MentorCloud.App.Tests.Meetings;

public sealed class MeetingLettersTests
{
    private static readonly ManualTimeProvider Clock = new();
    private static readonly DateTimeOffset At = new(Clock.GetUtcNow().UtcDateTime.Date.AddDays(3).AddHours(23), TimeSpan.Zero);
    private static readonly TenantId Tenant = EntityId.New<TenantId>(Clock.GetUtcNow());
    private static readonly PairingId Pairing = EntityId.New<PairingId>(Clock.GetUtcNow());
    private static readonly ParticipantId Mentor = EntityId.Derive<ParticipantId>(Tenant.Value, "mentor");
    private static readonly ParticipantId Mentee = EntityId.Derive<ParticipantId>(Tenant.Value, "mentee");
    private readonly ReplayedFeed _feed = new();
    private readonly KeptMails _mails = [];
    private AccountStatus? _mentees = AccountStatus.Active;

    [Fact]
    public async Task Each_side_gets_one_letter_with_its_own_time_although_the_place_in_the_feed_was_lost()
    {
        Tell(new MeetingInvited(Pairing, new Meeting(1, At, 45, PairingSide.Mentee)));
        _feed.LosesItsPlace = true;
        await RunAsync();
        _feed.LosesItsPlace = false;
        await RunAsync();

        Assert.Equal(4, _mails.Count);
        Assert.Equal(2, _mails.Select(mail => mail.Id).Distinct().Count());
        var (mentor, mentee) = (_mails.First(mail => mail.To == "mentor@acme.example"), _mails.First(mail => mail.To == "mentee@acme.example"));
        Assert.Contains($"{At.AddDays(1):yyyy-MM-dd} 08:00 (Asia/Tokyo; {At:yyyy-MM-dd} 23:00 UTC)", mentor.Text, StringComparison.Ordinal);
        Assert.Contains($"{At:yyyy-MM-dd} 23:00 (Etc/UTC", mentee.Text, StringComparison.Ordinal);
        Assert.Equal(("REQUEST", "PUBLISH"), (mentor.Calendar!.Method, mentee.Calendar!.Method));
        Assert.Equal("mentee@acme.example", Assert.Single(mentor.About));
        Assert.Equal("mentor@acme.example", Assert.Single(mentee.About));
        Assert.All(_mails, mail => Assert.Contains("ORGANIZER;CN=\"Person of mentee\":mailto:mentee@acme.example", mail.Calendar!.Text.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Meeting_called_off_is_told_under_another_id()
    {
        var meeting = new Meeting(1, At, 45, PairingSide.Mentee);
        Tell(new MeetingInvited(Pairing, meeting), new MeetingCalledOff(Pairing, meeting), new MeetingInvited(Pairing, meeting with { Number = 2 }));

        await RunAsync();

        Assert.Equal(["PUBLISH", "REQUEST", "PUBLISH", "CANCEL", "PUBLISH", "REQUEST"], _mails.Select(mail => mail.Calendar!.Method));
        Assert.Equal(6, _mails.Select(mail => mail.Id).Distinct().Count());
    }

    [Fact]
    public async Task Somebody_without_an_active_account_is_not_written_to_and_the_other_still_learns_of_the_end()
    {
        _mentees = AccountStatus.Closed;
        var meeting = new Meeting(1, At, 45, PairingSide.Mentee);
        Tell(new MeetingInvited(Pairing, meeting), new MeetingCalledOff(Pairing, meeting));

        await RunAsync();

        Assert.All(_mails, mail => Assert.Equal("mentor@acme.example", mail.To));
        Assert.Equal(["REQUEST", "CANCEL"], _mails.Select(mail => mail.Calendar?.Method));
    }

    [Fact]
    public async Task Beside_somebody_who_has_no_account_the_other_gets_a_file_that_names_no_address()
    {
        _mentees = null;
        var meeting = new Meeting(1, At, 45, PairingSide.Mentor);
        Tell(new MeetingInvited(Pairing, meeting), new MeetingCalledOff(Pairing, meeting));

        await RunAsync();

        Assert.Equal(["PUBLISH", null], _mails.Select(mail => mail.Calendar?.Method));
        Assert.DoesNotContain("mailto:", _mails[0].Calendar!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_written_to_about_a_meeting_that_is_over()
    {
        Tell(new MeetingInvited(Pairing, new Meeting(1, Clock.GetUtcNow().AddMinutes(-45), 45, PairingSide.Mentor)));

        await RunAsync();

        Assert.Empty(_mails);
    }

    private void Tell(params ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            _feed.Facts.Add(new FactRecord(_feed.Facts.Count + 1, Tenant, $"Pairing/{Tenant}/{Pairing}", _feed.Facts.Count + 1, Clock.GetUtcNow(), "system", fact));
        }
    }

    private async Task RunAsync()
    {
        using var letters = new MeetingLetters(_feed, Accounts(), Views(), _mails, Clock, NullLogger<MeetingLetters>.Instance);
        await _feed.RunAsync(letters);
    }

    private static IViews Views()
    {
        var views = Substitute.For<IViews>();
        views.PairingsByIdAsync(default, default!, default).ReturnsForAnyArgs(new Dictionary<PairingId, PairingRow>
        {
            [Pairing] = new(
                Pairing, Tenant, EntityId.New<CohortId>(Clock.GetUtcNow()), EntityId.New<RoundId>(Clock.GetUtcNow()), Mentor, Mentee, PairingStage.Active,
                0, 1, 1, 0, 0, null, DateTimeOffset.UnixEpoch, HealthStatus.OnTrack),
        });
        views.ParticipantsByIdAsync(default, default!, default).ReturnsForAnyArgs(new Dictionary<ParticipantId, ParticipantRow>
        {
            [Mentor] = Row(Mentor, "mentor", "Asia/Tokyo"),
            [Mentee] = Row(Mentee, "mentee", "Etc/UTC"),
        });
        return views;
    }

    private IAccounts Accounts()
    {
        var accounts = Substitute.For<IAccounts>();
        accounts.FindByParticipantAsync(default, default, default).ReturnsForAnyArgs(call => call.Arg<ParticipantId>() == Mentor
            ? Account(Mentor, "mentor", AccountStatus.Active) : _mentees is { } status ? Account(Mentee, "mentee", status) : null);
        return accounts;
    }

    private static Account Account(ParticipantId of, string name, AccountStatus status) => new(
        Tenant, EntityId.Derive<AccountId>(Tenant.Value, name), $"{name}@acme.example", name, Role.Mentor, of, status, DateTimeOffset.UnixEpoch, null);

    private static ParticipantRow Row(ParticipantId id, string name, string zone) => new(
        id, Tenant, name, ParticipantKind.Mentor, $"Person of {name}", "Title", "Division", "City", zone, 4, 1, 0, [], DateTimeOffset.UnixEpoch);
}
