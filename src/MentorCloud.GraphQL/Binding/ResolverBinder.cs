using System.Linq.Expressions;
using System.Reflection;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Loaders;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Compiles a resolver method into a <see cref="ResolverCall{T}"/>: each parameter gets its source once, here.</summary>
internal sealed class ResolverBinder(BindingOptions options, InputConverter inputs)
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");
    private static readonly ParameterExpression Arguments = Expression.Parameter(typeof(object?[]), "arguments");
    private static readonly ParameterExpression Execution = Expression.Parameter(typeof(OperationExecution), "execution");
    private static readonly ParameterExpression Field = Expression.Parameter(typeof(FieldPlan), "field");

    /// <summary>The expression of the call, and the converters of the arguments that it takes.</summary>
    /// <exception cref="BindingException">A parameter has no source.</exception>
    public (Expression Call, Func<object?, object?>?[] Converters) Bind(FieldDef field, MethodInfo method, Type? parentClr)
    {
        var converters = new Func<object?, object?>?[field.Arguments.Count];
        var parameters = method.GetParameters();
        var values = parameters.Select(p => Source(field, method, p, parentClr, converters)).ToArray();
        foreach (var argument in field.Arguments)
        {
            if (converters[argument.Index] is null && !Array.Exists(parameters, p => p.ParameterType == typeof(FieldContext)))
            {
                throw new BindingException($"{Name(method)} does not take argument {argument.Name}: {argument.Type}");
            }
        }

        return (Expression.Call(method.IsStatic ? null : Instance(method.DeclaringType!, method.ReflectedType!), method, values), converters);
    }

    public static Delegate Compile(Expression call, Type returned) =>
        Expression.Lambda(typeof(ResolverCall<>).MakeGenericType(returned), Convert(call, returned), Parent, Arguments, Execution, Field).Compile();

    public static Expression ParentAs(Type clr) => Convert(Parent, clr);

    private static Expression Convert(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    private MethodCallExpression Instance(Type declaring, Type reflected)
    {
        var type = reflected ?? declaring;
        return Expression.Call(Execution, nameof(OperationExecution.Resolver), [type], Expression.Constant(options.SlotOf(type)));
    }

    private Expression Source(FieldDef field, MethodInfo method, ParameterInfo parameter, Type? parentClr, Func<object?, object?>?[] converters)
    {
        var type = parameter.ParameterType;
        if (field.Arguments.TryGet(parameter.Name!, out var argument))
        {
            Nullability.CheckInput(argument, false, parameter, $"{Name(method)}({parameter.Name})");
            converters[argument.Index] = Converter(argument, parameter, method);
            return Convert(Expression.ArrayIndex(Arguments, Expression.Constant(argument.Index)), type);
        }

        if (parameter.Name == "parent" || (parentClr is not null && parentClr != typeof(object) && type.IsAssignableFrom(parentClr) && type != typeof(object))) return Convert(Parent, type);
        if (type == typeof(CancellationToken)) return Expression.Property(Execution, nameof(OperationExecution.Cancellation));
        if (type == typeof(FieldContext)) return Expression.New(typeof(FieldContext).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)[0], Execution, Field, Arguments);
        var context = Expression.Property(Execution, nameof(OperationExecution.Context));
        if (type == typeof(IServiceProvider)) return Expression.Property(context, nameof(GraphQLRequestContext.Services));
        if (options.StateType is { } state && type.IsAssignableFrom(state) && type != typeof(object)) return Convert(Expression.Property(context, nameof(GraphQLRequestContext.State)), type);
        if (typeof(DataLoader).IsAssignableFrom(type)) return Expression.Call(Execution, nameof(OperationExecution.Loader), [type]);
        if (type.IsValueType || type == typeof(string)) throw new BindingException($"{Name(method)}: parameter {ClrNames.Of(type)} {parameter.Name} is no argument of {field}");
        return Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], Expression.Property(context, nameof(GraphQLRequestContext.Services)));
    }

    private Func<object?, object?> Converter(InputValueDef argument, ParameterInfo parameter, MethodInfo method)
    {
        try
        {
            return inputs.For(argument.Type, parameter.ParameterType);
        }
        catch (BindingException e)
        {
            throw new BindingException($"{Name(method)}, argument {argument.Name}: {e.Message}");
        }
    }

    private static string Name(MethodInfo method) => $"{method.ReflectedType?.Name}.{method.Name}";
}
