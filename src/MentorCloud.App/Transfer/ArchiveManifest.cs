namespace MentorCloud.App.Transfer;

/// <summary>What a tenant's archive is.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">The format's number.</param>
/// <param name="Tenant">The tenant's id in compact form.</param>
/// <param name="Slug">Its short name.</param>
/// <param name="ExportedAt">When, UTC.</param>
/// <param name="Parts">The SHA-256 of every other entry, in lower-case hexadecimal, by its name.</param>
internal sealed record ArchiveManifest(
    string Format, int Version, string Tenant, string Slug, DateTimeOffset ExportedAt, IReadOnlyDictionary<string, string> Parts)
{
    public const string FormatName = "mentorcloud-tenant";

    public const int Newest = 1;
}
