namespace MentorCloud.Storage.Failures;

/// <summary>
/// The relational store cannot be used. The message is one line that names the place and what to do about it; the host
/// prints it and ends. Never a refusal of a user's command.
/// </summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="inner">What the database said; null when it said nothing.</param>
public abstract class StorageException(string message, Exception? inner) : Exception(message, inner);
