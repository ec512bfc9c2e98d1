namespace MentorCloud.Contracts.Keys;

/// <summary>Wraps anew, when the master key is changed, what one store keeps wrapped by it. There is one for each store with such keys.</summary>
public interface IMasterKeyChange
{
    /// <summary>Unwraps every key by the old master key and wraps it by the new one, in one transaction; keys that the new one opens already are passed over.</summary>
    /// <param name="before">The master key until now.</param>
    /// <param name="after">The master key from now on.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A key opens by neither.</exception>
    Task<int> RewrapAsync(IMasterKey before, IMasterKey after, CancellationToken cancellationToken);
}
