using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>Stands before a port and counts the calls of each of its methods.</summary>
public class CountedPort<TPort> : DispatchProxy
    where TPort : class
{
    private TPort inner = null!;
    private CallCounts calls = null!;

    /// <summary>Puts the counting in front of the port that is registered.</summary>
    internal static void Count(IServiceCollection services, CallCounts calls)
    {
        var real = services.Single(service => service.ServiceType == typeof(TPort)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var port = Create<TPort, CountedPort<TPort>>();
            var counted = (CountedPort<TPort>)(object)port;
            (counted.inner, counted.calls) = ((TPort)ActivatorUtilities.CreateInstance(provider, real), calls);
            return port;
        }));
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        calls.Add(typeof(TPort).Name, targetMethod!.Name);
        return targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
