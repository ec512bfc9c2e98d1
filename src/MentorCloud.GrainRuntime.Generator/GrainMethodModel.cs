using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>One method of a grain interface: its name, parameters and kind of answer.</summary>
internal sealed class GrainMethodModel
{
    public GrainMethodModel(IMethodSymbol method, int index)
    {
        Method = method;
        Index = index;
        var named = (INamedTypeSymbol)method.ReturnType;
        IsValueTask = named.Name == "ValueTask";
        Result = named.TypeArguments.Length == 1 ? Names.Of(named.TypeArguments[0]) : null;
    }

    public IMethodSymbol Method { get; }

    public int Index { get; }

    public bool IsValueTask { get; }

    /// <summary>The type of the answer; null when there is none.</summary>
    public string? Result { get; }

    public IReadOnlyList<IParameterSymbol> Parameters => Method.Parameters;

    /// <summary>The index of the cancellation token among the parameters; -1 when there is none.</summary>
    public int TokenIndex => Method.Parameters.Select((parameter, index) => (parameter, index))
        .Where(at => Names.Bare(at.parameter.Type) == "global::System.Threading.CancellationToken")
        .Select(at => at.index).DefaultIfEmpty(-1).First();

    /// <summary>Null when the method can be called; otherwise why not.</summary>
    public static string? ProblemOf(IMethodSymbol method)
    {
        var name = $"{method.ContainingType.Name}.{method.Name}";
        if (method.IsGenericMethod)
            return $"{name} is generic; a grain method must not be.";
        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return $"{name} passes by reference; a grain method must not.";
        var answer = method.ReturnType.OriginalDefinition.ToDisplayString();
        return answer is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task<TResult>"
            or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>"
            ? null
            : $"{name} returns {answer}; a grain method returns Task or ValueTask, with or without a result.";
    }
}
