namespace MentorCloud.Identity.Keys;

/// <summary>The keys that sign tokens, for operators. A running server sees a change within a minute.</summary>
public interface ISigningKeyRing
{
    /// <summary>Every key by which a token may still be checked, oldest first; makes the first or the next one when it is time.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The keys without their private halves.</returns>
    Task<IReadOnlyList<SigningKeyInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lets a new key sign from now on; the old one stays published, so that no token in use fails.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Completes when durable.</returns>
    Task RotateAsync(CancellationToken cancellationToken);
}
