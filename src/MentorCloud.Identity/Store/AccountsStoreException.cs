namespace MentorCloud.Identity.Store;

/// <summary>The accounts cannot be opened: one sentence that names the file and what to do. The host ends with it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="fault">Which kind of fault.</param>
/// <param name="inner">What the database said; null when it said nothing.</param>
public sealed class AccountsStoreException(string message, AccountsStoreFault fault, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Which kind of fault.</summary>
    public AccountsStoreFault Fault { get; } = fault;
}
