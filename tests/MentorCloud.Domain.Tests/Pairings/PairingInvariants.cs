using System.Text.Json;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Tests.Pairings;

/// <summary>What holds for every pairing at every moment.</summary>
internal static class PairingInvariants
{
    public static void Check(PairingState before, PairingState after, DateTimeOffset now, IReadOnlyCollection<Fact> facts)
    {
        // At most one duty of a kind is open, numbers are unique, none is lost, and nothing that is due was left lying.
        Assert.All(after.Duties.Where(duty => duty.IsOpen).GroupBy(duty => duty.Kind), group => Assert.Single(group));
        Assert.Distinct(after.Duties.Select(duty => (duty.Kind, duty.Number)));
        Assert.All(after.Tallies, tally => CheckTally(before, after, tally));
        Assert.All(after.Rhythms, rhythm => CheckNext(after, rhythm, now));
        Assert.True(after.NextStepAt is null || after.NextStepAt > now, $"{after.NextStepAt} was left lying at {now}.");

        // At most one contract is in force and at most one is being drawn up; versions never go back.
        Assert.InRange(after.Contracts.Count(version => version.Status == ContractStatus.Active), 0, 1);
        Assert.InRange(after.Contracts.Count(version => version.Status is ContractStatus.Draft or ContractStatus.Proposed), 0, 1);
        Assert.All(after.Contracts.Where(version => version.Status == ContractStatus.Active), version =>
            Assert.True(version.MentorSignedAt is not null && version.MenteeSignedAt is not null));

        // Nothing ends by silence: an end has a fact, an outcome and slots to be freed; and what lives has a next step.
        if (after.Stage == PairingStage.Ended && before.Stage != PairingStage.Ended)
        {
            Assert.Single(facts.OfType<PairingEnded>());
            Assert.NotEqual(PairingOutcome.None, after.Outcome);
            Assert.Contains(after.Effects, effect => effect.Kind == PairingEffectKind.ReleaseSlots);
        }

        Assert.True(after.Stage == PairingStage.Ended || after.NextStepAt is not null);
        Assert.True(before.Stage != PairingStage.Ended || after.Stage == PairingStage.Ended);
        Assert.InRange(after.Entries.Count(entry => !entry.IsClosed), 0, 40);
    }

    /// <summary>Each duty that was ever scheduled is done, missed, excused or open; the open one goes with the end of the pairing.</summary>
    private static void CheckTally(PairingState before, PairingState after, DutyTally tally)
    {
        var closed = tally.Done + tally.Missed + tally.Excused;
        var open = after.Duties.Count(duty => duty.Kind == tally.Kind && duty.IsOpen);
        if (after.Stage != PairingStage.Ended)
        {
            Assert.Equal(tally.Last, closed + open);
        }
        else if (before.Stage == PairingStage.Ended)
        {
            Assert.Equal((before.Tally(tally.Kind), 0), (tally, open));
        }
        else
        {
            Assert.InRange(tally.Last - closed, 0, 1);
        }
    }

    /// <summary>While the term lasts, the next duty of every rhythm is on the schedule, and at its end the decision is owed until it is taken.</summary>
    private static void CheckNext(PairingState state, Rhythm rhythm, DateTimeOffset now)
    {
        if (state.Stage != PairingStage.Active || state.Open(rhythm.Kind) is not null)
        {
            return;
        }

        Assert.NotEqual(DutyKind.EndOfTerm, rhythm.Kind);
        var last = state.Duties.Where(duty => duty.Kind == rhythm.Kind).Max(duty => (DateTimeOffset?)duty.DueAt) ?? now;
        var next = rhythm.FirstAfter(last > now ? last : now);
        Assert.True(next is null || next >= state.EndsAt, $"{rhythm.Kind} of {next} is lost at {now}; the term ends {state.EndsAt}.");
    }

    /// <summary>What was written is nowhere in state or facts.</summary>
    public static void CheckCanary(PairingState state, IReadOnlyCollection<Fact> facts)
    {
        Assert.DoesNotContain("CANARY\"", JsonSerializer.Serialize<object>(state), StringComparison.Ordinal);
        Assert.DoesNotContain(facts, fact => JsonSerializer.Serialize<object>(fact).Contains("CANARY\"", StringComparison.Ordinal));
    }

    /// <summary>Words that are taken out for the store come back as they were, and a destroyed key takes its writer's alone.</summary>
    public static void CheckWords(PairingState state)
    {
        var (bare, words) = PairingWords.Take(state, SideWords.None);
        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(PairingWords.Put(bare, words)));
        Assert.Equal(words.Mentor, PairingWords.Take(PairingWords.Put(bare, words with { Mentee = default }), words).Words.Mentor);
        Assert.Empty(PairingWords.Take(PairingWords.Put(bare, words with { Mentee = default }), words).Words.Mentee);
        Assert.Equal(words.Mentee, PairingWords.Take(PairingWords.Put(bare, words with { Mentor = default }), words).Words.Mentee);
    }

    /// <summary>No duty is doubled: each that fell due did so once, and closes at most once; that none is lost, every step looks at.</summary>
    public static void CheckHistory(IReadOnlyCollection<Fact> facts)
    {
        Assert.Distinct(facts.OfType<DutyFellDue>().Select(fact => (fact.Kind, fact.Number)));
        Assert.Distinct(facts.OfType<DutyReminded>().Select(fact => (fact.Kind, fact.Number, fact.Reminder)));
        var closed = facts.OfType<DutyDone>().Select(fact => (fact.Kind, fact.Number))
            .Concat(facts.OfType<DutyMissed>().Select(fact => (fact.Kind, fact.Number)))
            .Concat(facts.OfType<DutyExcused>().Select(fact => (fact.Kind, fact.Number)));
        Assert.Distinct(closed);
        Assert.InRange(facts.OfType<PairingEnded>().Count(), 0, 1);
    }
}
