namespace MentorCloud.Benchmarks;

/// <summary>One line of a report: a figure, its baseline in the same run, and the limit that the product sets itself.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Baseline">The same measure of the raw limit or a peer; null when there is none.</param>
/// <param name="BaselineName">What the baseline is.</param>
/// <param name="Target">What is asked for, in words.</param>
/// <param name="Met">Whether it was reached in this run.</param>
internal sealed record Measurement(string Name, double Value, string Unit, double? Baseline, string? BaselineName, string Target, bool Met)
{
    public double? Ratio => Baseline is { } baseline ? Value / baseline : null;
}
