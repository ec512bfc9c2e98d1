namespace MentorCloud.Contracts.Logins;

/// <summary>The port to the DNS.</summary>
public interface IDomainRecords
{
    /// <summary>The TXT records of a name.</summary>
    /// <param name="name">A fully qualified name.</param>
    /// <param name="cancellationToken">Gives up waiting; the port itself gives up after 5 seconds.</param>
    /// <returns>Each record's text; empty when there are none, or the DNS does not answer.</returns>
    Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken);
}
