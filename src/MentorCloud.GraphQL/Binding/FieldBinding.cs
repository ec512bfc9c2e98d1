using MentorCloud.GraphQL.Execution;

namespace MentorCloud.GraphQL.Binding;

/// <summary>How a field is answered. The invoker is compiled when the first plan needs it, so that start-up stays short.</summary>
internal sealed class FieldBinding(Func<FieldInvoker> make, Func<object?, object?>?[] converters)
{
    private FieldInvoker? _invoker;

    public FieldInvoker Invoker => _invoker ??= make();

    /// <summary>By argument; null where the resolver does not take it as a parameter.</summary>
    public Func<object?, object?>?[] Converters { get; } = converters;
}
