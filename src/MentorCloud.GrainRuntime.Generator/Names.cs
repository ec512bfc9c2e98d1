using System.Linq;
using Microsoft.CodeAnalysis;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>Names of the runtime that the generator looks for, and how it writes names down.</summary>
internal static class Names
{
    public const string Runtime = "global::MentorCloud.GrainRuntime";

    private static readonly string[] Markers = ["IGrain", "IGrainWithStringKey", "IRemindable"];

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>Without the nullable mark, for <c>typeof</c>.</summary>
    public static string Bare(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static bool IsRuntime(ISymbol symbol, string name) =>
        symbol.Name == name && symbol.ContainingNamespace?.ToDisplayString() == "MentorCloud.GrainRuntime";

    /// <summary>True for everything that derives from IGrain.</summary>
    public static bool IsGrain(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(one => IsRuntime(one, "IGrain")) && !IsMarker(type);

    public static bool IsGrainClass(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.AllInterfaces.Any(one => IsRuntime(one, "IGrainBase"));

    /// <summary>The runtime's own interfaces, for which no proxy is written.</summary>
    public static bool IsMarker(INamedTypeSymbol type) => Markers.Any(name => IsRuntime(type, name));

    public static bool IsReachable(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    public static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(one => one.AttributeClass is { } type && IsRuntime(type, attribute));
}
