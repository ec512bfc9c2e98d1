using MentorCloud.App.Imports;

namespace MentorCloud.App.Demo;

/// <summary>Tells a person at a terminal which step runs.</summary>
internal sealed class DemoProgress(TextWriter output) : IProgress<ImportProgress>
{
    private ImportProgress? last;

    public void Step(string name) => output.WriteLine($"{(name == "checkIns" ? "check-ins" : name)} ...");

    /// <summary>A small roster looks the same in both of its passes; that is told once.</summary>
    public void Report(ImportProgress value)
    {
        if (value != last)
        {
            output.WriteLine($"  {value.File}: {value.Rows} rows, {value.BytesRead / 1024} of {value.TotalBytes / 1024} KB");
        }

        last = value;
    }
}
