namespace MentorCloud.Storage.Hosting;

/// <summary>What the relational store holds and has done.</summary>
/// <param name="Provider">Which database.</param>
/// <param name="SchemaVersion">The schema's version.</param>
/// <param name="LatestFact">The newest fact's position.</param>
/// <param name="Rows">How many rows each table has, by its name. Counted when asked: grows with the tables.</param>
/// <param name="Bytes">Size of the database on disk.</param>
/// <param name="Commits">Transactions committed by this process since it started.</param>
/// <param name="Writes">Publications, audit entries and key changes in them; more than the commits when groups form.</param>
public sealed record StorageStats(
    StorageProvider Provider, int SchemaVersion, long LatestFact, IReadOnlyDictionary<string, long> Rows, long Bytes, long Commits, long Writes);
