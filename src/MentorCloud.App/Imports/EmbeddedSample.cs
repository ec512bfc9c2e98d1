namespace MentorCloud.App.Imports;

/// <summary>
/// The product's own sample, hand-made and embedded: the leadership program of Halvorsen Group, an invented European
/// logistics and energy company. Twelve mentors, twenty mentees, a framework of fourteen skills and six work styles.
/// </summary>
internal static class EmbeddedSample
{
    /// <summary>The invented company's name.</summary>
    public const string Company = "Halvorsen Group";

    /// <summary>The company's name in URLs and logins.</summary>
    public const string Slug = "halvorsen";

    /// <summary>IANA zone of the company's seat, Bergen.</summary>
    public const string TimeZone = "Europe/Oslo";

    /// <summary>The framework's name.</summary>
    public const string FrameworkName = "Halvorsen Leadership Framework";

    /// <summary>The scales of the sample's framework: skills 0..5, work styles 1..5.</summary>
    public static FrameworkOptions Scales { get; } = new(SkillLeast: 0, SkillMost: 5, StyleLeast: 1, StyleMost: 5);

    /// <summary>Opens the framework's files; dispose of each.</summary>
    /// <returns>skills.csv, work-styles.csv and anchors.csv.</returns>
    public static async Task<FrameworkFiles> OpenFrameworkAsync() =>
        new(await OpenAsync("skills.csv"), await OpenAsync("work-styles.csv"), await OpenAsync("anchors.csv"));

    /// <summary>Opens the roster; dispose of it.</summary>
    /// <returns>roster.csv.</returns>
    public static Task<ImportSource> OpenRosterAsync() => OpenAsync("roster.csv");

    private static Task<ImportSource> OpenAsync(string file) => ImportSource.FromAsync(
        file,
        typeof(EmbeddedSample).Assembly.GetManifestResourceStream($"Sample/{file}")
            ?? throw new InvalidOperationException($"The program was built without its sample {file}."),
        ImportLimits.Default);
}
