using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>A call on its way through filters. Pooled: do not keep it after the filter has returned.</summary>
public interface IGrainCallContext
{
    /// <summary>The call with its arguments.</summary>
    IInvokable Request { get; }

    /// <summary>The grain object for incoming filters, the reference for outgoing ones.</summary>
    object Grain { get; }

    /// <summary>The grain that calls; null when the caller is no grain.</summary>
    GrainId? SourceId { get; }

    /// <summary>The grain that is called.</summary>
    GrainId TargetId { get; }

    /// <summary>The interface's full name.</summary>
    string InterfaceName { get; }

    /// <summary>The method's name.</summary>
    string MethodName { get; }

    /// <summary>The interface's method.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The result once <see cref="Invoke"/> has completed; setting it replaces the answer.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter or the method. A filter that does not call it refuses the call by throwing or answers itself.</summary>
    Task Invoke();
}
