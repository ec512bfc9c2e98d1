using System.Globalization;
using MentorCloud.App.Imports;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Says where a long command is, once a second from its second second on; a short one says nothing.</summary>
internal sealed class LateProgress(TextWriter output, TimeProvider clock) : IProgress<ImportProgress>, IProgress<SolveProgress>
{
    private readonly Lock gate = new();
    private readonly long began = clock.GetTimestamp();
    private int said;

    public void Report(ImportProgress value)
    {
        var share = value.TotalBytes > 0 ? $", {100 * value.BytesRead / value.TotalBytes} %" : string.Empty;
        Say(() => string.Create(CultureInfo.InvariantCulture, $"reading {value.File}: {value.Rows} rows{share}"));
    }

    public void Report(SolveProgress value) =>
        Say(() => value.Of > 0 ? string.Create(CultureInfo.InvariantCulture, $"{WordsFor(value.Step)}: {value.Done} of {value.Of}") : WordsFor(value.Step));

    private static string WordsFor(string step) => step switch
    {
        "candidates" => "listing the best candidates",
        "auction" => "finding first prices",
        "augment" => "placing mentees",
        "price" => "testing all other pairs",
        "level" => "settling the worst-off first",
        "stage" => "planning stages",
        "check" => "checking the proof",
        _ => step,
    };

    private void Say(Func<string> words)
    {
        var second = (int)clock.GetElapsedTime(began).TotalSeconds;
        if (second <= Volatile.Read(ref said))
        {
            return;
        }

        lock (gate)
        {
            if (second > said)
            {
                said = second;
                output.WriteLine($"{second} s: {words()}");
            }
        }
    }
}
