using MentorCloud.Contracts.Facts;

namespace MentorCloud.Grains.State;

/// <summary>What every grain works with.</summary>
/// <param name="Clock">The one source of time.</param>
/// <param name="Publisher">Takes what grains have to tell.</param>
public sealed record GrainTools(TimeProvider Clock, IFactPublisher Publisher);
