namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>One operation as its caller saw it. Times are places in one order of all beginnings and ends.</summary>
/// <param name="Appended">The value; null for a read.</param>
/// <param name="Answer">The register after the operation; null when no answer came, so that nobody knows whether it was done.</param>
/// <param name="Began">When it was sent.</param>
/// <param name="Ended">When its answer came.</param>
internal sealed record Operation(long? Appended, RegisterState? Answer, long Began, long Ended);
