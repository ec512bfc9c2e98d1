using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>One method of a grain interface, described once by its generated proxy.</summary>
/// <param name="interfaceType">The grain interface.</param>
/// <param name="name">The method's name.</param>
/// <param name="parameterTypes">Its parameters, which tell overloads apart.</param>
public sealed class GrainMethod(Type interfaceType, string name, Type[] parameterTypes)
{
    private MethodInfo? _method;

    /// <summary>The grain interface.</summary>
    public Type InterfaceType { get; } = interfaceType;

    /// <summary>The interface's full name.</summary>
    public string InterfaceName { get; } = interfaceType.FullName!;

    /// <summary>The method's name.</summary>
    public string Name { get; } = name;

    /// <summary>Interface and method, for traces.</summary>
    public string ActivityName { get; } = $"{interfaceType.Name}/{name}";

    internal TurnCounters Counters { get; } = TurnCounters.Register($"{interfaceType.Name}/{name}");

    /// <summary>The interface's method; found by reflection once.</summary>
    internal MethodInfo Method => _method ??= InterfaceType.GetMethod(Name, parameterTypes)
        ?? throw new MissingMethodException(InterfaceName, Name);

    /// <summary>The method of a grain class that stands behind this one.</summary>
    internal MethodInfo ImplementationOn(Type classType)
    {
        var map = classType.GetInterfaceMap(Method.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Method)];
    }
}
