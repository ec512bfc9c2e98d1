namespace MentorCloud.GrainRuntime;

/// <summary>The store failed at a moment when it is unknown whether the write is durable; deactivate and read again.</summary>
/// <param name="message">What failed, with the grain's name.</param>
/// <param name="innerException">The store's own error; null when it has none.</param>
public sealed class StorageUncertainException(string message, Exception? innerException = null)
    : GrainRuntimeException(GrainErrorCodes.StorageUncertain, message, innerException);
