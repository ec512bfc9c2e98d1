using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Crash;

/// <summary>Counts what was acknowledged; its stored record shows by itself whether it is whole.</summary>
internal interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>Adds one and returns the number that is durable now.</summary>
    Task<long> Append();

    /// <summary>The durable number; throws when the record contradicts itself.</summary>
    Task<long> Read();

    /// <summary>How many reminders the grain has.</summary>
    Task<int> Reminders();
}
