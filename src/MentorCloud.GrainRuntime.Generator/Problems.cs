using Microsoft.CodeAnalysis;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>What the generator refuses, so that it fails the build and not the first call.</summary>
internal static class Problems
{
    public static readonly DiagnosticDescriptor Unsupported = new(
        "MCGRAIN001", "Grain code that the runtime cannot call", "{0}", "Grains", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
