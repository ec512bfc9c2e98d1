namespace MentorCloud.App.Stats;

/// <summary>What a data folder holds.</summary>
/// <param name="Grains">The grains' store.</param>
/// <param name="UnpublishedGrains">Grains with entries that the views do not know yet.</param>
/// <param name="Rows">Rows of views, facts, audit log and keys, by table.</param>
/// <param name="LatestFact">The newest fact's position.</param>
/// <param name="Accounts">The accounts' database.</param>
/// <param name="Bytes">Size on disk by file, with its log.</param>
internal sealed record FolderStats(
    GrainFigures Grains, long UnpublishedGrains, IReadOnlyDictionary<string, long> Rows, long LatestFact, AccountFigures Accounts,
    IReadOnlyDictionary<string, long> Bytes);
