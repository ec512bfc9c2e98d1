namespace MentorCloud.GrainRuntime;

/// <summary>The stored record fails its checksum or cannot be read; it is refused by name, and other records keep working.</summary>
/// <param name="message">What failed, with the grain's name.</param>
/// <param name="innerException">The store's own error; null when it has none.</param>
public sealed class StorageCorruptException(string message, Exception? innerException = null)
    : GrainRuntimeException(GrainErrorCodes.StorageCorrupt, message, innerException);
