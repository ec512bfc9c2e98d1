using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>Writes how a grain class is constructed: services from the host, states from storage.</summary>
internal static class ConstructorWriter
{
    public static string Write(INamedTypeSymbol type, List<string> problems)
    {
        var constructors = type.InstanceConstructors.Where(one => one.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal).ToList();
        if (constructors.Count != 1)
        {
            problems.Add($"{type.Name} has {constructors.Count} constructors that the runtime can call; it needs exactly one.");
            return string.Empty;
        }

        var interfaces = type.AllInterfaces.Where(one => Names.IsGrain(one) && !Names.IsMarker(one)).ToList();
        if (interfaces.Count == 0)
            problems.Add($"{type.Name} implements no grain interface of its own; nobody could call it.");
        // The interface nearest to the class first: references to the grain are made by it.
        var types = string.Join(", ", interfaces.OrderByDescending(one => one.AllInterfaces.Length).Select(one => $"typeof({Names.Bare(one)})"));
        var arguments = string.Join(", ", constructors[0].Parameters.Select(parameter => Argument(type, parameter, problems)));
        return $"registry.AddClass(typeof({Names.Bare(type)}), new global::System.Type[] {{ {types} }}, static construction => new {Names.Bare(type)}({arguments}));";
    }

    private static string Argument(INamedTypeSymbol type, IParameterSymbol parameter, List<string> problems)
    {
        var state = parameter.GetAttributes().FirstOrDefault(one => one.AttributeClass is { } attribute && Names.IsRuntime(attribute, "PersistentStateAttribute"));
        if (state is not null)
            return State(type, parameter, state, problems);
        if (Names.IsRuntime(parameter.Type, "IGrainContext"))
            return "construction.Context";
        var keyed = parameter.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == "FromKeyedServicesAttribute");
        return keyed is { ConstructorArguments.Length: 1 }
            ? $"construction.KeyedService<{Names.Bare(parameter.Type)}>({Literal(keyed.ConstructorArguments[0])})"
            : $"construction.Service<{Names.Bare(parameter.Type)}>()";
    }

    private static string State(INamedTypeSymbol type, IParameterSymbol parameter, AttributeData attribute, List<string> problems)
    {
        if (parameter.Type is not INamedTypeSymbol { TypeArguments.Length: 1 } state || !Names.IsRuntime(state, "IPersistentState"))
        {
            problems.Add($"{type.Name}: [PersistentState] belongs on a parameter of type IPersistentState<T>, not on {parameter.Name}.");
            return "default!";
        }

        var storage = attribute.ConstructorArguments.Length > 1 ? Literal(attribute.ConstructorArguments[1]) : "null";
        return $"construction.State<{Names.Of(state.TypeArguments[0])}>({Literal(attribute.ConstructorArguments[0])}, {storage})";
    }

    private static string Literal(TypedConstant constant) => Microsoft.CodeAnalysis.CSharp.TypedConstantExtensions.ToCSharpString(constant);
}
