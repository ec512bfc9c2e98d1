namespace MentorCloud.App.Simulation.Checks;

/// <summary>What one check found.</summary>
/// <param name="Name">Which invariant.</param>
/// <param name="Examined">How many things were compared.</param>
/// <param name="Broken">How many were wrong.</param>
/// <param name="Examples">The first of them, in words.</param>
internal sealed record CheckResult(string Name, long Examined, int Broken, IReadOnlyList<string> Examples)
{
    private const int Shown = 10;

    public static CheckResult Of(string name, long examined, IReadOnlyCollection<string> failures) =>
        new(name, examined, failures.Count, [.. failures.Order(StringComparer.Ordinal).Take(Shown)]);
}
