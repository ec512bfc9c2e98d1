namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>What a checker found.</summary>
/// <param name="Valid">True if the assignment keeps every rule and the proof holds.</param>
/// <param name="Reason">Null if valid, else the first thing that is wrong.</param>
public readonly record struct CertificateVerdict(bool Valid, string? Reason)
{
    internal static CertificateVerdict Holds { get; } = new(true, null);

    internal static CertificateVerdict Fails(string reason) => new(false, reason);
}
