using MentorCloud.App.Imports;

namespace MentorCloud.App.Demo;

/// <summary>What a demo runs on: the program's own sample, or a folder with the same files.</summary>
internal abstract class DemoSource
{
    private static readonly string[] Files = ["skills.csv", "work-styles.csv", "roster.csv"];

    /// <summary>The program's own sample.</summary>
    public static DemoSource Sample { get; } = new SampleSource();

    public abstract string Company { get; }

    public abstract string Slug { get; }

    public abstract string TimeZone { get; }

    public abstract string FrameworkName { get; }

    public abstract FrameworkOptions Scales { get; }

    /// <summary>A folder with skills.csv, work-styles.csv, roster.csv and, if there is one, anchors.csv.</summary>
    public static DemoSource Folder(DirectoryInfo folder) => new FolderSource(folder);

    /// <summary>What the source lacks, for the person who named it; null when it is complete.</summary>
    public virtual string? Missing() => null;

    public abstract Task<FrameworkFiles> OpenFrameworkAsync();

    public abstract Task<ImportSource> OpenRosterAsync();

    private sealed class SampleSource : DemoSource
    {
        public override string Company => EmbeddedSample.Company;

        public override string Slug => EmbeddedSample.Slug;

        public override string TimeZone => EmbeddedSample.TimeZone;

        public override string FrameworkName => EmbeddedSample.FrameworkName;

        public override FrameworkOptions Scales => EmbeddedSample.Scales;

        public override Task<FrameworkFiles> OpenFrameworkAsync() => EmbeddedSample.OpenFrameworkAsync();

        public override Task<ImportSource> OpenRosterAsync() => EmbeddedSample.OpenRosterAsync();
    }

    private sealed class FolderSource(DirectoryInfo folder) : DemoSource
    {
        public override string Company => "Meridian Works";

        public override string Slug => "meridian";

        public override string TimeZone => "Europe/Dublin";

        public override string FrameworkName => $"Framework from {folder.Name}";

        public override FrameworkOptions Scales { get; } = new();

        public override string? Missing()
        {
            var missing = Files.Where(file => !File.Exists(At(file))).ToList();
            return missing.Count == 0 ? null : $"{folder.FullName} lacks {string.Join(", ", missing)}; docs/imports.md says what they hold.";
        }

        public override Task<FrameworkFiles> OpenFrameworkAsync() => Task.FromResult(new FrameworkFiles(
            ImportSource.Open(At("skills.csv")),
            ImportSource.Open(At("work-styles.csv")),
            File.Exists(At("anchors.csv")) ? ImportSource.Open(At("anchors.csv")) : null));

        public override Task<ImportSource> OpenRosterAsync() => Task.FromResult(ImportSource.Open(At("roster.csv")));

        private string At(string file) => Path.Combine(folder.FullName, file);
    }
}
