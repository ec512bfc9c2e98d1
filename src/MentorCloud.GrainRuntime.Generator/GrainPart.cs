using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>One grain interface or class, as far as source is written from it. Compared by what it writes.</summary>
internal sealed class GrainPart : IEquatable<GrainPart>
{
    private GrainPart(string name, string source, string registration, IReadOnlyList<string> problems)
    {
        Name = name;
        Source = source;
        Registration = registration;
        Problems = problems;
    }

    public string Name { get; }

    public string HintName => Name.Replace("global::", string.Empty).Replace('<', '_').Replace('>', '_');

    /// <summary>The proxy; empty for classes.</summary>
    public string Source { get; }

    /// <summary>The line of the manifest.</summary>
    public string Registration { get; }

    public IReadOnlyList<string> Problems { get; }

    /// <summary>Null when the type is no concern of the runtime's.</summary>
    public static GrainPart? From(INamedTypeSymbol? type)
    {
        if (type is null || !Names.IsGrain(type))
            return null;
        if (type.TypeKind == TypeKind.Interface)
            return FromInterface(type);
        return type.IsAbstract || !Names.IsGrainClass(type) ? null : FromClass(type);
    }

    public bool Equals(GrainPart? other) =>
        other is not null && Name == other.Name && Source == other.Source && Registration == other.Registration
        && Problems.SequenceEqual(other.Problems);

    public override bool Equals(object? obj) => Equals(obj as GrainPart);

    public override int GetHashCode() => Name.GetHashCode();

    private static GrainPart FromInterface(INamedTypeSymbol type)
    {
        var problems = new List<string>();
        if (type.IsGenericType)
            problems.Add($"{type.Name} is generic; a grain interface must not be.");
        var methods = ProxyWriter.MethodsOf(type, problems);
        var proxy = new ProxyWriter(type, methods);
        var source = problems.Count == 0 ? proxy.Write() : string.Empty;
        return new GrainPart(Names.Of(type), source, $"registry.AddProxy(typeof({Names.Of(type)}), static seed => new {proxy.QualifiedName}(seed));", problems);
    }

    private static GrainPart FromClass(INamedTypeSymbol type)
    {
        var problems = new List<string>();
        if (type.IsGenericType)
            problems.Add($"{type.Name} is generic; a grain class must not be.");
        if (!Names.IsReachable(type))
            problems.Add($"{type.Name} is private to another type; the runtime cannot construct it.");
        var registration = ConstructorWriter.Write(type, problems);
        return new GrainPart(Names.Of(type), string.Empty, registration, problems);
    }
}
