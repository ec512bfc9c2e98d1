using System.Text.Json.Serialization;
using System.Text.Json;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings;

public sealed class PairingPagesTests
{
    [Fact]
    public void A_year_of_everything_stays_under_the_bound_and_loses_nothing()
    {
        var life = Life.Active(Biggest());
        var (entries, duties) = (0, 0);
        var state = life.State;
        var now = Sample.Start;
        for (var day = 0; day < 365; day++)
        {
            now = now.AddDays(1);
            state = PairingClock.Tick(state, now).Ok();
            foreach (var kind in new[] { EntryKind.Note, EntryKind.Feedback, EntryKind.Experiment })
            {
                var decision = PairingCommands.Decide(state, new PairingTurn(Sample.AsMentee, now), Wordy(kind, now));
                state = decision.State ?? state;
                entries += decision.State is null ? 0 : 1;
            }

            var (kept, page) = PairingPages.Cut(state);
            (state, duties, entries) = (kept, duties + (page?.Duties.Length ?? 0), entries - (page?.Entries.Length ?? 0));
            Assert.InRange(Size(state), 0, 58_000);
        }

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

    private static WriteEntry Wordy(EntryKind kind, DateTimeOffset now) =>
        EntryTests.Complete(kind) with { HappenedAt = now, Topic = new string('e', 200) };

    private static ContractTerms Biggest() => Sample.Terms with { MentorRole = new string('x', 4_000), ConfidentialityNorms = new string('x', 4_000) };

    private static int Size(PairingState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options).Length;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
