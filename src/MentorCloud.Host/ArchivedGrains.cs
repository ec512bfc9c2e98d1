using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Archive;

namespace MentorCloud.Host;

/// <summary>A tenant's grains as an archive of the embedded store.</summary>
internal sealed class ArchivedGrains(IGrainStateStore states, IGrainStateCatalog catalog, IReminderStore reminders) : IGrainTransfer
{
    private readonly GrainArchive _archive = new(states, catalog, reminders);

    public Task<long> ExportAsync(TenantId tenant, Stream target, CancellationToken cancellationToken) =>
        _archive.ExportAsync(PrefixOf(tenant), target, cancellationToken);

    public Task VerifyAsync(TenantId tenant, Stream source, CancellationToken cancellationToken) =>
        GrainArchive.VerifyAsync(source, PrefixOf(tenant), cancellationToken);

    public async Task<long> ImportStatesAsync(Stream source, CancellationToken cancellationToken)
    {
        try
        {
            return await _archive.ImportStatesAsync(source, cancellationToken);
        }
        catch (InconsistentStateException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    public Task<long> ImportRemindersAsync(Stream source, CancellationToken cancellationToken) =>
        _archive.ImportRemindersAsync(source, cancellationToken);

    private static string PrefixOf(TenantId tenant) => $"{tenant}/";
}
