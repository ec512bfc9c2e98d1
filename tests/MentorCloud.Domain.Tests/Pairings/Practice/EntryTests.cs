using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Practice;

public sealed class EntryTests
{
    public static TheoryData<EntryKind> Kinds => [.. Enum.GetValues<EntryKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_written_complete_is_taken_and_without_a_text_is_returned_for_completion(EntryKind kind)
    {
        var life = Ready();
        var complete = Complete(kind);
        foreach (var field in EntryRules.AskedOf(kind))
        {
            var lacking = complete with { Texts = complete.Texts.RemoveAll(text => text.Field == field) };
            Assert.Equal(field, life.Try(Sample.AsMentee, lacking).Refused(ErrorCodes.EntryIncomplete).Field);
        }

        life.Do(Sample.AsMentee, complete);
        Assert.Equal(kind, Assert.Single(life.State.Entries).Kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_followed_up_is_finished_only_with_what_its_end_asks_for(EntryKind kind)
    {
        var life = Ready().Do(Sample.AsMentee, Complete(kind));
        var asked = EntryRules.Of(kind).AskedAtEnd;
        if (asked.IsEmpty)
        {
            life.Try(Sample.AsMentee, new MoveEntry(1, EntryStatus.Done, [])).Refused(ErrorCodes.EntryClosed);
            return;
        }

        life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Underway, []));
        Assert.Equal(asked[0], life.Try(Sample.AsMentee, new MoveEntry(1, EntryStatus.Done, [])).Refused(ErrorCodes.EntryIncomplete).Field);
        life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Done, [.. asked.Select(field => new EntryText(field, "words"))]));
        Assert.Equal(Sample.Start, life.State.Entries[0].ClosedAt);
    }

    [Theory]
    [InlineData("behaviour", " ")]
    [InlineData("effect", "\u200b")]
    [InlineData("criterion", "\u200f \u2060\ufeff")]
    public void Feedback_that_lacks_a_part_is_returned_for_completion(string field, string nothing)
    {
        var feedback = Complete(EntryKind.Feedback);
        var blank = feedback with { Texts = [.. feedback.Texts.Select(text => text.Field == field ? text with { Text = nothing } : text)] };
        Assert.Contains(field, Ready().Try(Sample.AsMentor, blank).Refused(ErrorCodes.EntryIncomplete).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntryKind.Feedback, Visibility.Author, "must be PAIR for this kind")]
    [InlineData(EntryKind.PlanItem, Visibility.Tenant, "must be PAIR to PROGRAM for this kind")]
    public void A_visibility_that_a_kind_does_not_allow_is_refused_in_the_words_of_the_schema(EntryKind kind, Visibility visibility, string words) =>
        Assert.Equal($"visibility {words}.", Ready().Try(Sample.AsMentee, Complete(kind) with { Visibility = visibility }).Refused(ErrorCodes.InputInvalid).Message);

    [Fact]
    public void A_field_that_a_kind_does_not_have_is_refused_in_the_words_of_the_schema() => Assert.Equal(
        "tone is no field of AFTER_ACTION_REVIEW; leave it out.",
        Ready().Try(Sample.AsMentee, Complete(EntryKind.AfterActionReview) with { Tone = FeedbackTone.Praise }).Refused(ErrorCodes.InputInvalid).Message);

    [Fact]
    public void Feedback_adds_up_to_balance_and_latency()
    {
        var life = Ready().Days(10);
        life.Do(Sample.AsMentor, Complete(EntryKind.Feedback) with { HappenedAt = life.Now.AddHours(-1) });
        life.Do(Sample.AsMentor, Complete(EntryKind.Feedback) with { HappenedAt = life.Now.AddHours(-5), Tone = FeedbackTone.Critique });
        Assert.Equal((0.5, TimeSpan.FromHours(3)), (life.State.Feedback.PraiseShare!.Value, life.State.Feedback.MeanLatency!.Value));
    }

    [Fact]
    public void Texts_too_long_unknown_or_twice_are_refused()
    {
        var note = Complete(EntryKind.Note);
        Ready().Try(Sample.AsMentee, note with { Texts = [new EntryText("text", new string('x', 4_001))] }).Refused(ErrorCodes.InputInvalid);
        Ready().Try(Sample.AsMentee, note with { Texts = [.. note.Texts, new EntryText("poem", "x")] }).Refused(ErrorCodes.InputInvalid);
        Ready().Try(Sample.AsMentee, note with { Texts = [.. note.Texts, .. note.Texts] }).Refused(ErrorCodes.InputInvalid);
        Ready().Do(Sample.AsMentee, note with { Texts = [new EntryText("text", "👩‍💼 مرحبا بالعالم")] });
    }

    [Fact]
    public void Future_and_long_past_events_are_refused()
    {
        var feedback = Complete(EntryKind.Feedback);
        Ready().Try(Sample.AsMentor, feedback with { HappenedAt = Sample.Start.AddMinutes(1) }).Refused(ErrorCodes.InputInvalid);
        Ready().Try(Sample.AsMentor, feedback with { HappenedAt = Sample.Start.AddDays(-400) }).Refused(ErrorCodes.InputInvalid);
    }

    [Theory]
    [InlineData(-367, "happenedAt")]
    [InlineData(-32, "happenedAt")]
    [InlineData(-30, null)]
    [InlineData(0, null)]
    public void What_happened_long_before_the_pairing_is_none_of_it(int days, string? field) => Assert.Equal(
        field, Ready().Try(Sample.AsMentor, Complete(EntryKind.Feedback) with { HappenedAt = Sample.Start.AddDays(days) }).Refusal?.Field);

    [Theory]
    [InlineData("2000-01-01", "dueOn")]
    [InlineData("2026-01-04", "dueOn")]
    [InlineData("2026-01-05", null)]
    [InlineData("2036-01-05", null)]
    [InlineData("2036-01-06", "dueOn")]
    [InlineData("9999-12-31", "dueOn")]
    public void Plan_item_is_due_within_the_life_of_a_pairing(string day, string? field) => Assert.Equal(
        field, Ready().Try(Sample.AsMentee, Complete(EntryKind.PlanItem) with { DueOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }).Refusal?.Field);

    [Theory]
    [InlineData(EntryKind.Journal, "tone")]
    [InlineData(EntryKind.Journal, "checkIn")]
    [InlineData(EntryKind.Journal, "owner")]
    [InlineData(EntryKind.Note, "dueOn")]
    [InlineData(EntryKind.PlanItem, "happenedAt")]
    [InlineData(EntryKind.Experiment, "tone")]
    [InlineData(EntryKind.Feedback, "checkIn")]
    public void Field_that_a_kind_has_no_use_for_is_refused(EntryKind kind, string field)
    {
        var complete = Complete(kind);
        var more = field switch
        {
            "tone" => complete with { Tone = FeedbackTone.Critique },
            "checkIn" => complete with { CheckIn = 1 },
            "owner" => complete with { Owner = PairingSide.Mentor },
            "dueOn" => complete with { DueOn = new DateOnly(2026, 5, 1) },
            _ => complete with { HappenedAt = Sample.Start },
        };
        Assert.Equal(field, Ready().Try(Sample.AsMentee, more).Refused(ErrorCodes.InputInvalid).Field);
        Assert.DoesNotContain(field, EntryRules.Forms.Single(form => form.Kind == kind).PossibleFields);
    }

    [Fact]
    public void What_was_given_before_is_not_asked_for_at_the_end()
    {
        var life = Ready().Do(Sample.AsMentee, Complete(EntryKind.Experiment));
        life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Underway, [new EntryText("tried", "words"), new EntryText("outcome", "words")]));
        Assert.Equal("lesson", life.Try(Sample.AsMentee, new MoveEntry(1, EntryStatus.Done, [new EntryText("next", "words")])).Refused(ErrorCodes.EntryIncomplete).Field);
        life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Underway, [new EntryText("lesson", "words")]));
        life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Done, [new EntryText("next", "words")]));
        Assert.Equal((EntryStatus.Done, 5, 0), (life.State.Entries[0].Status, life.State.Entries[0].Texts, life.State.Entries[0].Given.Length));

        var early = Complete(EntryKind.Experiment);
        life.Do(Sample.AsMentee, early with { Texts = [.. early.Texts, new EntryText("tried", "words")] });
        Assert.Equal("outcome", life.Try(Sample.AsMentee, new MoveEntry(2, EntryStatus.Done, [])).Refused(ErrorCodes.EntryIncomplete).Field);
    }

    [Theory]
    [InlineData(false, ErrorCodes.PairingPaused)]
    [InlineData(true, ErrorCodes.PairingEnded)]
    public void What_rests_is_not_changed(bool ended, string code)
    {
        var life = Ready().Do(Sample.AsMentee, Complete(EntryKind.Note)).Do(Sample.AsMentor, new LogCheckIn(Sample.Start, 30));
        life.Do(Sample.AsMentee, new OpenReview360(["Persuasion"], [.. Enumerable.Range(50, 4).Select(Sample.Id<ParticipantId>)]));
        life.Do(Sample.AsManager, ended ? new ReportDeparture(PairingSide.Mentor) : new PausePairing(new DateOnly(2026, 2, 1), "Leave"));
        life.Try(Sample.AsMentee, new ShareEntry(1, Visibility.Program)).Refused(code);
        life.Try(Sample.AsMentee, new CloseReview360(1)).Refused(code);
        life.Try(Sample.AsMentee, new RateSession(1, 3)).Refused(code);
        Assert.Equal(ended, life.State.Reviews[0].IsClosed);
    }

    [Fact]
    public void Bound_that_is_reached_names_its_field()
    {
        var life = Ready();
        for (var count = 0; count < 40; count++)
        {
            life.Do(Sample.AsMentee, Complete(EntryKind.Experiment));
        }

        Assert.Equal("kind", life.Try(Sample.AsMentee, Complete(EntryKind.Experiment)).Refused(ErrorCodes.LimitReached).Field);
        for (var count = 0; count < 11; count++)
        {
            life.Do(Sample.AsMentee, new MoveEntry(1, EntryStatus.Underway, [new EntryText("tried", "words")]));
        }

        Assert.Equal("texts", life.Try(Sample.AsMentee, new MoveEntry(1, EntryStatus.Underway, [new EntryText("tried", "words")])).Refused(ErrorCodes.LimitReached).Field);
    }

    [Fact]
    public void More_open_entries_than_the_bound_are_refused_until_one_is_dropped()
    {
        var life = Ready();
        for (var count = 0; count < 40; count++)
        {
            life.Do(Sample.AsMentee, Complete(EntryKind.Experiment));
        }

        life.Try(Sample.AsMentee, Complete(EntryKind.Experiment)).Refused(ErrorCodes.LimitReached);
        life.Do(Sample.AsMentee, new MoveEntry(3, EntryStatus.Dropped, [new EntryText("reason", "Not mine any more")]));
        life.Do(Sample.AsMentee, Complete(EntryKind.Experiment));
    }

    [Fact]
    public void Ownership_is_the_mentees_share_of_the_plan()
    {
        var life = Ready().Do(Sample.AsMentee, Complete(EntryKind.PlanItem)).Do(Sample.AsMentee, Complete(EntryKind.PlanItem))
            .Do(Sample.AsMentee, Complete(EntryKind.PlanItem) with { Owner = PairingSide.Mentor })
            .Do(Sample.AsMentee, Complete(EntryKind.PlanItem) with { Owner = PairingSide.Mentor });
        Assert.Equal(0.5, PairingLife.For(life.State, Sample.AsMentor).Ownership.Share);
    }

    internal static WriteEntry Complete(EntryKind kind) => new()
    {
        Kind = kind,
        Visibility = Visibility.Pair,
        Texts = [.. EntryRules.AskedOf(kind).Select(field => new EntryText(field, "words"))],
        Topic = kind switch { EntryKind.Stretch => "shadowing", EntryKind.PlanItem => "Persuasion", _ => "First board paper" },
        Owner = When(kind, EntryNeeds.Owner, PairingSide.Mentee),
        DueOn = When(kind, EntryNeeds.DueOn, new DateOnly(2026, 5, 1)),
        HappenedAt = When(kind, EntryNeeds.HappenedAt, Sample.Start.AddHours(-2)),
        Tone = When(kind, EntryNeeds.Tone, FeedbackTone.Praise),
        CheckIn = When(kind, EntryNeeds.CheckIn, 1),
    };

    private static T? When<T>(EntryKind kind, EntryNeeds need, T value)
        where T : struct => EntryRules.Of(kind).Takes(need) ? value : null;

    internal static Life Ready() => Life.Active();
}
