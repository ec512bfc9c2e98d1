using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.History;

internal interface IRegisterGrain : IGrainWithStringKey
{
    /// <summary>Writes a value and returns its place in the order of writes.</summary>
    Task<long> Write(long value);

    Task<RegisterState> Read();
}
