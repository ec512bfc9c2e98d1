namespace MentorCloud.App.Backups;

/// <summary>What comparing grains and views found.</summary>
/// <param name="Records">Grain records that were read.</param>
/// <param name="Unpublished">Grains with entries that the views do not know yet.</param>
/// <param name="Problems">Sentences that name the grains that do not fit; at most a hundred.</param>
internal sealed record StoreFitResult(long Records, long Unpublished, IReadOnlyList<string> Problems);
