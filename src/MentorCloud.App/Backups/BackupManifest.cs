using System.Text.Json;

namespace MentorCloud.App.Backups;

/// <summary>What a backup is; written last, so that a backup without it is not complete.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">The format's number.</param>
/// <param name="Program">The version of the program that wrote it.</param>
/// <param name="Moment">The one moment of all files, UTC.</param>
/// <param name="HeldMilliseconds">How long a running server could not commit while the moment was taken.</param>
/// <param name="LatestFact">Position of the newest published fact.</param>
/// <param name="UnpublishedGrains">Grains with entries that the views did not know yet at that moment; they publish them after the restore.</param>
/// <param name="Files">The files.</param>
internal sealed record BackupManifest(
    string Format, int Version, string Program, DateTimeOffset Moment, double HeldMilliseconds, long LatestFact, long UnpublishedGrains,
    IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";

    public const string SumsName = "SHA256SUMS";

    public const string FormatName = "mentorcloud-backup";

    public const int Newest = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
