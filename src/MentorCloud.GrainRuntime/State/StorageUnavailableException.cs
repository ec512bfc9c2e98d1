namespace MentorCloud.GrainRuntime;

/// <summary>The store refused or could not be reached before anything was written; the same write may be tried again.</summary>
/// <param name="message">What failed, with the grain's name.</param>
/// <param name="innerException">The store's own error; null when it has none.</param>
public sealed class StorageUnavailableException(string message, Exception? innerException = null)
    : GrainRuntimeException(GrainErrorCodes.StorageUnavailable, message, innerException);
