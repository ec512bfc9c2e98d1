using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Directory;

/// <summary>Moves the stored grains of a tenant between installations and editions; for operators' commands, never for requests.</summary>
public interface IGrainTransfer
{
    /// <summary>Writes every state and reminder of a tenant. No grain may run meanwhile.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Stops; what was written is no archive then.</param>
    /// <returns>States and reminders written.</returns>
    Task<long> ExportAsync(TenantId tenant, Stream target, CancellationToken cancellationToken);

    /// <summary>Reads an archive whole and writes nothing.</summary>
    /// <param name="tenant">The tenant that it must be of.</param>
    /// <param name="source">The archive.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Completes when the archive is whole, unaltered, and of this tenant alone.</returns>
    /// <exception cref="InvalidDataException">It is not.</exception>
    Task VerifyAsync(TenantId tenant, Stream source, CancellationToken cancellationToken);

    /// <summary>Writes the states of an archive that was verified; equal ones that are there already are passed over.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="cancellationToken">Stops; repeat to go on.</param>
    /// <returns>States in the archive.</returns>
    /// <exception cref="InvalidDataException">The store holds another state under one of the keys.</exception>
    Task<long> ImportStatesAsync(Stream source, CancellationToken cancellationToken);

    /// <summary>Registers the reminders of an archive that was verified; repeating is safe.</summary>
    /// <param name="source">The archive.</param>
    /// <param name="cancellationToken">Stops; repeat to go on.</param>
    /// <returns>Reminders in the archive.</returns>
    Task<long> ImportRemindersAsync(Stream source, CancellationToken cancellationToken);
}
