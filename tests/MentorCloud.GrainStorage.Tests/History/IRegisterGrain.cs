using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>A register that is also a list: its value is the last one appended, and it shows the newest ones.</summary>
internal interface IRegisterGrain : IGrainWithStringKey
{
    /// <summary>Appends a value and returns the register after it.</summary>
    Task<RegisterState> Append(long value);

    Task<RegisterState> Read();
}
