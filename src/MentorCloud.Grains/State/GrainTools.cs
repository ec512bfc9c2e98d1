using MentorCloud.Contracts.Facts;

namespace MentorCloud.Grains.State;

/// <summary>What every grain works with.</summary>
/// <param name="Clock">The one source of time.</param>
/// <param name="Publisher">Takes what grains have to tell.</param>
public sealed record GrainTools(TimeProvider Clock, IFactPublisher Publisher)
{
    /// <summary>Told the name of each <see cref="PublicationPoint"/> that is come to; for tests of durability. Default null: nobody.</summary>
    public Action<string>? Reached { get; init; }
}
