using System.Globalization;
using System.Text.Json;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

public sealed class CheckInTests
{
    [Fact]
    public void A_contract_in_force_schedules_the_first_check_in_at_nine_in_the_mentees_zone() =>
        Assert.Equal(At("2026-01-19T14:00Z"), Sample.Active().Open(DutyKind.CheckIn)!.DueAt);

    [Fact]
    public void Due_times_stay_at_nine_local_across_daylight_saving()
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 7 });
        var dues = new List<DateTimeOffset>();
        while (dues.Count < 12)
        {
            var open = life.State.Open(DutyKind.CheckIn)!;
            dues.Add(open.DueAt);
            life.Until(open.DueAt).Do(Sample.AsMentee, new LogCheckIn(life.Now, 60));
        }

        Assert.Contains(At("2026-03-02T14:00Z"), dues);
        Assert.Contains(At("2026-03-09T13:00Z"), dues);
        Assert.Equal(11, dues.Zip(dues.Skip(1)).Count(pair => Math.Abs((pair.Second - pair.First).TotalDays - 7) < 0.05));
    }

    [Fact]
    public void A_check_in_falls_due_is_reminded_after_a_day_and_missed_after_five()
    {
        var life = Life.Active();
        var due = life.State.Open(DutyKind.CheckIn)!.DueAt;
        Assert.Equal(DutyStatus.Due, life.Until(due).State.Open(DutyKind.CheckIn)!.Status);
        Assert.Equal(DutyStatus.Reminded, life.Until(due.AddDays(1)).State.Open(DutyKind.CheckIn)!.Status);
        life.Until(due.AddDays(5));
        Assert.Equal((1, 2), (life.State.Summarise().CheckInsMissed, life.State.Open(DutyKind.CheckIn)!.Number));
    }

    [Theory]
    [InlineData("minutes", 0, 0)]
    [InlineData("minutes", 481, 0)]
    [InlineData("heldAt", 60, 1)]
    [InlineData("heldAt", 60, -400)]
    public void Log_of_what_cannot_be_names_the_field(string field, int minutes, int days)
    {
        var refusal = Life.Active().Try(Sample.AsMentor, new LogCheckIn(Sample.Start.AddDays(days), minutes)).Refused(ErrorCodes.InputInvalid);
        Assert.Equal(field, refusal.Field);
    }

    [Fact]
    public void Log_before_both_have_signed_is_refused() =>
        PairingCommands.Decide(Sample.Published(), new PairingTurn(Sample.AsMentee, Sample.Start), new LogCheckIn(Sample.Start, 60))
            .Refused(ErrorCodes.PairingContractUnsigned);

    [Fact]
    public void Log_early_is_taken_and_the_next_follows_its_day()
    {
        var life = Life.Active().Do(Sample.AsMentor, new LogCheckIn(Sample.Start, 45));
        Assert.Equal(At("2026-02-02T14:00Z"), life.State.Open(DutyKind.CheckIn)!.DueAt);
    }

    [Fact]
    public void Log_that_comes_before_a_late_reminder_passes_no_check_in_over()
    {
        // The first check-in fell due on day 14 and was missed on day 19; the second fell due on day 28.
        var now = Sample.Start.AddDays(29);
        var decision = PairingCommands.Decide(Sample.Active(), new PairingTurn(Sample.AsMentor, now), new LogCheckIn(now, 45));

        Assert.Equal(2, decision.Facts.OfType<DutyFellDue>().Count(fact => fact.Kind == DutyKind.CheckIn));
        Assert.Equal(1, decision.Facts.OfType<DutyMissed>().Single(fact => fact.Kind == DutyKind.CheckIn).Number);
        Assert.Equal(2, decision.Facts.OfType<DutyDone>().Single().Number);
    }

    [Fact]
    public void Excuse_calls_one_off_with_its_reason()
    {
        var life = Life.Active().Do(Sample.AsMentor, new ExcuseDuty(DutyKind.CheckIn, "Travelling"));
        Assert.Equal((DutyStatus.Excused, "Travelling"), (life.State.Duties.First(duty => duty.Number == 1 && duty.Kind == DutyKind.CheckIn).Status, life.State.CheckIns[0].Excuse));
        Assert.Equal(2, life.State.Open(DutyKind.CheckIn)!.Number);
    }

    [Fact]
    public void A_note_logged_with_a_check_in_is_an_entry_and_its_text_enters_no_state()
    {
        var life = Life.Active().Do(Sample.AsMentee, new LogCheckIn(Sample.Start, 45, Note: "CANARY-7", NoteVisibility: Visibility.Author));
        var note = Assert.Single(life.State.Entries);
        Assert.Equal((EntryKind.CheckInNote, 1, Visibility.Author), (note.Kind, note.CheckIn, note.Visibility));
        Assert.DoesNotContain("CANARY-7", JsonSerializer.Serialize(life.State), StringComparison.Ordinal);
        Assert.Empty(life.Facts.OfType<EntryWritten>());
    }

    [Fact]
    public void An_amended_cadence_moves_what_is_to_come_and_keeps_what_is_owed()
    {
        var weekly = Sample.Terms with { CadenceDays = 7 };
        var early = Amend(Life.Active(), weekly);
        Assert.Equal((1, At("2026-01-12T14:00Z")), (early.State.Open(DutyKind.CheckIn)!.Number, early.State.Open(DutyKind.CheckIn)!.DueAt));
        var owed = Amend(Life.Active().Until(At("2026-01-20T00:00Z")), weekly);
        Assert.Equal((1, DutyStatus.Due), (owed.State.Open(DutyKind.CheckIn)!.Number, owed.State.Open(DutyKind.CheckIn)!.Status));
    }

    [Fact]
    public void An_amendment_that_keeps_the_cadence_moves_no_check_in()
    {
        var monthly = Sample.Terms with { CadenceDays = 30 };
        var life = Life.Active(monthly).Days(29);
        var due = life.State.Open(DutyKind.CheckIn)!.DueAt;
        Assert.Equal(due, Amend(life, monthly with { FeedbackChannels = ["In writing"] }).State.Open(DutyKind.CheckIn)!.DueAt);
    }

    [Fact]
    public void A_cadence_that_is_changed_after_an_early_check_in_asks_for_no_second_one_on_the_same_day()
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 30 }).Days(29).Do(Sample.AsMentor, new LogCheckIn(Sample.Start.AddDays(29), 30));
        Amend(life, Sample.Terms with { CadenceDays = 1 });
        Assert.Equal(At("2026-02-05T14:00Z"), life.State.Open(DutyKind.CheckIn)!.DueAt);
    }

    [Fact]
    public void A_cadence_that_is_changed_after_an_early_check_in_counts_from_the_day_of_that_one_and_loses_no_step()
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 30 }).Days(20).Do(Sample.AsMentor, new LogCheckIn(Sample.Start.AddDays(20), 30));
        Amend(life, Sample.Terms with { CadenceDays = 7 });
        Assert.Equal(At("2026-02-11T14:00Z"), life.State.Open(DutyKind.CheckIn)!.DueAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200b")]
    [InlineData(null)]
    public void A_note_of_a_check_in_that_is_empty_or_too_long_is_refused_as_the_note(string? note) => Assert.Equal(
        "note", Life.Active().Try(Sample.AsMentor, new LogCheckIn(Sample.Start, 30, Note: note ?? new string('x', 4_001))).Refused(ErrorCodes.InputInvalid).Field);

    /// <summary>A session of an hour was logged at the start; minutes from there, and the length of the one that is logged next.</summary>
    [Theory]
    [InlineData(0, 60, ErrorCodes.AlreadyExists)]
    [InlineData(15, 60, ErrorCodes.AlreadyExists)]
    [InlineData(59, 1, ErrorCodes.AlreadyExists)]
    [InlineData(-10, 30, ErrorCodes.AlreadyExists)]
    [InlineData(-30, 30, null)]
    [InlineData(60, 30, null)]
    public void A_session_that_both_sides_log_is_one_check_in(int minutes, int length, string? code)
    {
        var first = Sample.Start.AddDays(13);
        var life = Life.Active().Days(14).Do(Sample.AsMentor, new LogCheckIn(first, 60));
        var refusal = life.Try(Sample.AsMentee, new LogCheckIn(first.AddMinutes(minutes), length)).Refusal;
        Assert.Equal((code, code is null ? null : "heldAt"), (refusal?.Code, refusal?.Field));
        Assert.Equal(code is null ? 2 : 1, life.State.Tally(DutyKind.CheckIn)!.Done);
        Assert.Equal(code is null ? 60 + length : 60, life.State.Hours.Sum(month => month.Minutes));
    }

    private static Life Amend(Life life, ContractTerms terms)
    {
        life.Do(Sample.AsMentor, new DraftContract(terms)).Do(Sample.AsMentor, new ProposeContract());
        var number = life.State.NewestContract!.Number;
        return life.Do(Sample.AsMentor, new SignContract(number)).Do(Sample.AsMentee, new SignContract(number));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
