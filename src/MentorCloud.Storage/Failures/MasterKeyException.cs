namespace MentorCloud.Storage.Failures;

/// <summary>The master key is missing, in an unsafe place, readable by others, or not the one that wrapped the keys.</summary>
/// <param name="message">What is wrong with which file, and what to do.</param>
/// <param name="inner">What the system said; null when it said nothing.</param>
public sealed class MasterKeyException(string message, Exception? inner = null) : StorageException(message, inner);
