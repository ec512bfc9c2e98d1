namespace MentorCloud.Storage.Failures;

/// <summary>The database server does not answer, or does not let us in.</summary>
/// <param name="server">Host and database; never a password.</param>
/// <param name="inner">What the client said.</param>
public sealed class StorageUnreachableException(string server, Exception? inner = null)
    : StorageException($"The database {server} cannot be reached or refuses the login. Check that the server runs and that the connection string is right.", inner)
{
    /// <summary>Host and database.</summary>
    public string Server { get; } = server;
}
