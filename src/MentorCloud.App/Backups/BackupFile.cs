namespace MentorCloud.App.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its name, in the backup and in the data folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
/// <param name="Schema">The schema's number.</param>
/// <param name="Moment">Of which moment it is, UTC.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256, long Schema, DateTimeOffset Moment);
