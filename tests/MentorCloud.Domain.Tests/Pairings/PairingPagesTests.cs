using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings;

public sealed class PairingPagesTests
{
    /// <summary>One, two, three and two bytes for a character of UTF-16, which counts six in a contract's weight when it is not ASCII.</summary>
    [Theory]
    [InlineData("e", 64_000)]
    [InlineData("\u00fc", 75_000)]
    [InlineData("\u8a9e", 97_000)]
    [InlineData("\ud83d\ude00", 75_000)]
    public void A_year_of_everything_at_its_limit_stays_under_the_bound_and_loses_nothing(string letter, int bound)
    {
        var life = Life.Active(Biggest(letter));
        for (var number = 1; number <= 10; number++)
        {
            life.Do(Sample.AsMentee, new OpenEscalation(Long($"{number}", letter))).Do(Sample.AsManager, new AcknowledgeEscalation(number))
                .Do(Sample.AsManager, new ResolveEscalation(number, Long($"done {number}", letter)));
        }

        var (entries, duties, largest) = (0, 0, 0);
        var state = life.State;
        var now = Sample.Start;
        for (var day = 0; day < 365; day++)
        {
            now = now.AddDays(1);
            state = PairingClock.Tick(state, now).Ok();
            state = PairingCommands.Decide(
                state, new PairingTurn(Sample.AsMentee, now), new ExcuseDuty(DutyKind.CheckIn, Long($"{day}", letter))).State ?? state;
            foreach (var kind in new[] { EntryKind.Note, EntryKind.Feedback, EntryKind.Experiment })
            {
                var decision = PairingCommands.Decide(state, new PairingTurn(Sample.AsMentee, now), Wordy(kind, now, letter));
                state = decision.State ?? state;
                entries += decision.State is null ? 0 : 1;
            }

            var (kept, page) = PairingPages.Cut(state);
            (state, duties, entries) = (kept, duties + (page?.Duties.Length ?? 0), entries - (page?.Entries.Length ?? 0));
            largest = Math.Max(largest, Size(state));
        }

        Assert.InRange(largest, 0, bound);
        Assert.Equal(entries, state.Entries.Length);
        Assert.Equal(state.Tallies.Sum(tally => tally.Last), duties + state.Duties.Length);
        Assert.True(state.Pages > 10);
    }

    [Fact]
    public void Superseded_contracts_go_to_a_page_when_they_weigh_too_much()
    {
        var life = Life.Active(Biggest());
        for (var version = 2; version <= 4; version++)
        {
            life.Do(Sample.AsMentor, new DraftContract(Biggest())).Do(Sample.AsMentor, new ProposeContract())
                .Do(Sample.AsMentor, new SignContract(version)).Do(Sample.AsMentee, new SignContract(version));
        }

        var (kept, page) = PairingPages.Cut(life.State);
        Assert.Equal([1, 2, 3], page!.Contracts.Select(each => each.Number));
        Assert.Equal(4, Assert.Single(kept.Contracts).Number);
    }

    [Fact]
    public void A_contract_that_weighs_too_much_is_refused() =>
        Life.Active().Try(Sample.AsMentor, new DraftContract(Biggest() with { EscalationPath = new string('x', 3_000) })).Refused(ErrorCodes.InputInvalid);

    [Fact]
    public void Autonomy_and_ownership_count_what_has_gone_to_pages()
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 1 });
        for (var count = 1; count <= 60; count++)
        {
            life.Do(Sample.AsMentee, EntryTests.Complete(EntryKind.PlanItem) with { Owner = count % 3 == 0 ? PairingSide.Mentor : PairingSide.Mentee })
                .Do(Sample.AsMentee, new MoveEntry(count, EntryStatus.Done, [new EntryText("evidence", "words")]))
                .Do(Sample.AsMentor, new LogCheckIn(life.Now, 30, PairingSide.Mentee)).Days(1).Cut();
        }

        Assert.True(life.State.Pages > 0);
        Assert.Equal((40, 60), (Ownership.Of(life.State).Mentees, Ownership.Of(life.State).All));
        var criteria = AutonomyRule.Criteria(life.State, AutonomyStage.Guided).ToDictionary(each => each.Name, each => each.Reached);
        Assert.Equal((60, 66, 60), (criteria["practiceFinished"], criteria["menteeOwnershipPercent"], criteria["checkInsInitiatedByMentee"]));
    }

    [Fact]
    public void Entry_on_a_page_is_shared_handed_over_and_proves_a_milestone()
    {
        var life = Life.Active();
        var journal = life.Write(Sample.AsMentee, EntryKind.Journal, Visibility.Author);
        var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "First board paper" });
        for (var count = 0; count < 40; count++)
        {
            life.Write(Sample.AsMentee, EntryKind.Journal, Visibility.Author);
        }

        var (kept, page) = PairingPages.Cut(life.State);
        var turn = new PairingTurn(Sample.AsMentee, life.Now) { Paged = page!.Entries };
        Assert.DoesNotContain(kept.Entries, entry => entry.Number <= evidence);

        var shared = PairingCommands.Decide(kept, turn, new ShareEntry(journal, Visibility.Pair));
        Assert.Equal((PairingEffectKind.ShareOnPage, journal, Visibility.Pair), Assert.Single(shared.Ok().Effects.Select(each => (each.Kind, each.Entry, each.Visibility))));
        Assert.Equal(journal, Assert.Single(shared.Facts.OfType<EntryShared>()).Number);
        Assert.Equal([journal, evidence], PairingCommands.Decide(kept, turn, new ChooseHandover([journal, evidence])).Ok().Handover);
        Assert.NotNull(PairingCommands.Decide(kept, turn, new MeetMilestone("First board paper", evidence)).Ok().Milestones[0].MetAt);
        PairingCommands.Decide(kept, turn, new MoveEntry(evidence, EntryStatus.Done, [])).Refused(ErrorCodes.EntryClosed);
        PairingCommands.Decide(kept, turn with { Actor = Sample.AsMentor }, new ShareEntry(journal, Visibility.Pair)).Refused(ErrorCodes.NotFound);
        PairingCommands.Decide(kept, turn with { Actor = Sample.AsMentor }, new MoveEntry(journal, EntryStatus.Done, [])).Refused(ErrorCodes.NotFound);
    }

    [Fact]
    public void Nothing_is_cut_from_a_usual_pairing()
    {
        var state = Life.Active().Days(150).State;
        Assert.Null(PairingPages.Cut(state).Page);
    }

    [Fact]
    public void A_state_is_written_and_read_without_loss()
    {
        var life = Life.Active().Do(Sample.AsMentee, Wordy(EntryKind.Feedback, Sample.Start)).Do(Sample.AsMentee, new RequestReassignment())
            .Do(Sample.AsMentee, new OpenEscalation("x")).Do(Sample.AsMentor, new LogHours(Sample.Start, 300)).Days(70);
        var written = JsonSerializer.Serialize(life.State, Options);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<PairingState>(written, Options), Options));
    }

    private static WriteEntry Wordy(EntryKind kind, DateTimeOffset now, string letter = "e") =>
        EntryTests.Complete(kind) with { HappenedAt = EntryRules.Of(kind).Takes(EntryNeeds.HappenedAt) ? now : null, Topic = Long($"{kind}{now.Ticks}", letter) };

    /// <summary>Terms that weigh nearly as much as they may.</summary>
    private static ContractTerms Biggest(string letter = "x")
    {
        var length = char.IsAscii(letter[0]) ? 3_999 : 660;
        var text = string.Concat(Enumerable.Repeat(letter, length / letter.Length));
        return Sample.Terms with { MentorRole = text, ConfidentialityNorms = "-" + text };
    }

    /// <summary>As it is stored: the words of each side in a block, which JSON holds in base 64.</summary>
    private static int Size(PairingState state)
    {
        var (bare, words) = PairingWords.Take(state, SideWords.None);
        return JsonSerializer.SerializeToUtf8Bytes(bare, Options).Length + Block(words.Mentor) + Block(words.Mentee);

        static int Block(ImmutableArray<string> words) => 200 + (Encoding.UTF8.GetByteCount(string.Join('\0', words)) * 4 / 3);
    }

    /// <summary>Text of 200 characters.</summary>
    private static string Long(string begin, string letter) => begin + string.Concat(Enumerable.Repeat(letter, (200 - begin.Length) / letter.Length));

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
