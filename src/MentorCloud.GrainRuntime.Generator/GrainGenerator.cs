using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MentorCloud.GrainRuntime.Generator;

/// <summary>
/// Writes a proxy for every grain interface of a project, a constructor for every grain class, and a manifest that
/// lists both, so that neither calls nor activations reflect.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GrainGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parts = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is InterfaceDeclarationSyntax { BaseList: not null } or ClassDeclarationSyntax { BaseList: not null },
            static (syntax, cancellation) => GrainPart.From(syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancellation) as INamedTypeSymbol))
            .Where(static part => part is not null)
            .Select(static (part, _) => part!);

        context.RegisterSourceOutput(
            parts.Collect().Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "Grains")),
            static (output, source) => Write(output, source.Left, source.Right));
    }

    private static void Write(SourceProductionContext output, IEnumerable<GrainPart> found, string assemblyName)
    {
        var parts = found.GroupBy(part => part.Name).Select(group => group.First()).OrderBy(part => part.Name, System.StringComparer.Ordinal).ToList();
        foreach (var problem in parts.SelectMany(part => part.Problems))
            output.ReportDiagnostic(Diagnostic.Create(Problems.Unsupported, Location.None, problem));
        var sound = parts.Where(part => part.Problems.Count == 0).ToList();
        if (sound.Count == 0)
            return;
        foreach (var part in sound.Where(part => part.Source.Length > 0))
            output.AddSource(part.HintName + ".g.cs", SourceText.From(part.Source, Encoding.UTF8));
        output.AddSource("GrainManifest.g.cs", SourceText.From(ManifestWriter.Write(sound, assemblyName), Encoding.UTF8));
    }
}
