namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>One operation as its caller saw it. Times are places in one order of all beginnings and ends.</summary>
/// <param name="IsWrite">A write, or a read.</param>
/// <param name="Value">Written or read.</param>
/// <param name="Place">The place in the order of writes that was answered.</param>
/// <param name="Began">When it was sent.</param>
/// <param name="Ended">When its answer came.</param>
internal readonly record struct Operation(bool IsWrite, long Value, long Place, long Began, long Ended);
