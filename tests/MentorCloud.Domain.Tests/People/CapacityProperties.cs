using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tests.People;

public sealed class CapacityProperties
{
    [Fact]
    public void Any_sequence_of_reserving_and_releasing_never_exceeds_capacity()
    {
        var steps = Gen.Choose(1, 8).Zip(Gen.Elements(true, true, false)).ListOf();
        var capacity = Gen.Choose(1, 5);
        Prop.ForAll(capacity.Zip(steps).ToArbitrary(), run => Play(run.Item1, run.Item2)).QuickCheckThrowOnFailure();
    }

    /// <summary>Plays the steps beside a plain set of held pairings, which says what must come of each.</summary>
    private static bool Play(int capacity, IEnumerable<(int Pairing, bool Reserve)> steps)
    {
        var state = ParticipantDecisionsTests.Registered(ParticipantKind.Mentor, capacity);
        var held = new HashSet<PairingId>();
        foreach (var (number, reserve) in steps)
        {
            var slot = ParticipantDecisionsTests.Slot(number);
            var decision = reserve
                ? ParticipantDecisions.ReserveSlot(state, slot) : ParticipantDecisions.ReleaseSlot(state, slot.Pairing);
            var full = reserve && !held.Contains(slot.Pairing) && held.Count == capacity;
            if ((decision.Refusal?.Code == ErrorCodes.MentorCapacityExhausted) != full)
            {
                return false;
            }

            _ = full || (reserve ? held.Add(slot.Pairing) : held.Remove(slot.Pairing));
            state = decision.State ?? state;
            if (state.Slots.Length > capacity || !held.SetEquals(state.Slots.Select(each => each.Pairing)))
            {
                return false;
            }
        }

        return true;
    }
}
