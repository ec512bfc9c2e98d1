using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>A call to a grain as call filters see it. Valid until the filter returns.</summary>
public interface IInvokable
{
    /// <summary>The grain object; null before the call has reached it.</summary>
    object? GetTarget();

    /// <summary>How many arguments the method has.</summary>
    int GetArgumentCount();

    /// <summary>An argument by its position; boxes values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such argument.</exception>
    object? GetArgument(int index);

    /// <summary>Replaces an argument before the method runs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such argument.</exception>
    void SetArgument(int index, object value);

    /// <summary>The method's name.</summary>
    string GetMethodName();

    /// <summary>The interface's full name.</summary>
    string GetInterfaceName();

    /// <summary>Interface and method, for traces.</summary>
    string GetActivityName();

    /// <summary>The interface's method; found by reflection once.</summary>
    MethodInfo GetMethod();

    /// <summary>The interface.</summary>
    Type GetInterfaceType();

    /// <summary>The cancellation token among the arguments; none when there is none.</summary>
    CancellationToken GetCancellationToken() => default;
}
