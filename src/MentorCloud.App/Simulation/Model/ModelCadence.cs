using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.Model;

/// <summary>Days between check-ins: what the contract says, stretched by how far the mentee leads.</summary>
internal sealed class ModelCadence
{
    /// <summary>What the contract in force says.</summary>
    public int Agreed { get; set; }

    /// <summary>0 directed, 1 guided, 2 supported, 3 independent.</summary>
    public int Stage { get; set; }

    /// <summary>A quarter, a half, the whole longer, rounded up, and each stage at least a day longer than the one before.</summary>
    public int Days
    {
        get
        {
            var days = Agreed;
            for (var stage = 1; stage <= Stage; stage++)
            {
                var share = stage == 3 ? 1m : 0.25m * stage;
                days = Math.Max(days + 1, (int)Math.Ceiling(Agreed * (1 + share)));
            }

            return days;
        }
    }

    /// <summary>Their rhythm from a day on; missed after five days, or when the next one is due.</summary>
    public ModelRhythm CheckIns(DateOnly first) => new(DutyKind.CheckIn, first, Days, 0, Math.Min(5, Days));
}
