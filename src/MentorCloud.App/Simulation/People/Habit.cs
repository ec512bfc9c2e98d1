using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.People;

/// <summary>When the two in a pairing do what is due, if at all.</summary>
internal sealed class Habit(int seed, string pairing, Character character, DateTimeOffset began)
{
    private readonly DateTimeOffset silentFrom = began.AddDays(Dice.For(seed, pairing, "silent").Between(25, 75));

    /// <summary>When a duty will be done; null when it will not. The same whenever it is asked.</summary>
    public DateTimeOffset? ActsAt(Duty duty)
    {
        var dice = Dice.For(seed, pairing, $"{duty.Kind} {duty.Number}");
        var at = duty.Kind == DutyKind.CheckIn && dice.Chance(0.1)
            ? duty.DueAt.AddHours(-dice.Between(2, 30)) : duty.DueAt.AddHours(dice.Between(1, 44));
        return character switch
        {
            Character.Silent when at >= silentFrom => null,
            Character.Drifting => dice.Chance(Diligence(duty.DueAt)) ? duty.DueAt.AddHours(dice.Between(3, 24 * Math.Max(2, duty.GraceDays))) : null,
            _ => dice.Chance(0.98) || duty.Kind == DutyKind.EndOfTerm ? at : null,
        };
    }

    /// <summary>When what was missed will be done after all; null when it will not.</summary>
    public DateTimeOffset? DoneLateAt(Duty missed)
    {
        var dice = Dice.For(seed, pairing, $"{missed.Kind} {missed.Number} late");
        var at = missed.DueAt.AddDays(missed.GraceDays).AddHours(dice.Between(2, 24 * 40));
        return dice.Chance(0.6) && (character != Character.Silent || at < silentFrom) ? at : null;
    }

    /// <summary>How likely a drifting pair still does something: less with every month.</summary>
    private double Diligence(DateTimeOffset at) => Math.Max(0.15, 0.95 - (0.13 * (at - began).TotalDays / 30));
}
