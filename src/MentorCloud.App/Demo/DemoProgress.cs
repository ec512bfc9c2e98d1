using MentorCloud.App.Imports;

namespace MentorCloud.App.Demo;

/// <summary>Tells a person at a terminal which step runs.</summary>
internal sealed class DemoProgress(TextWriter output) : IProgress<ImportProgress>
{
    public void Step(string name) => output.WriteLine($"{name} ...");

    public void Report(ImportProgress value) =>
        output.WriteLine($"  {value.File}: {value.Rows} rows, {value.BytesRead / 1024} of {value.TotalBytes / 1024} KB");
}
