using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Contract;

/// <summary>A store that can be closed and opened again on the same data.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    IGrainStateStore States { get; }

    IGrainStateCatalog Catalog { get; }

    IReminderStore Reminders { get; }

    Task ReopenAsync();
}
