using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Building;

/// <summary>What a schema document must obey before types can be made of it: unique names, known extensions, no operations.</summary>
internal static class SdlRules
{
    public static void Check(Document document, List<string> problems)
    {
        var types = new Dictionary<string, TypeKind>(StringComparer.Ordinal);
        var directives = new HashSet<string>(StringComparer.Ordinal);
        var schemas = 0;
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinition or FragmentDefinition:
                    Say(definition, "A schema document cannot hold operations or fragments.");
                    break;
                case SchemaDefinition { IsExtension: false } when ++schemas > 1:
                    Say(definition, "Must provide only one schema definition.");
                    break;
                case TypeDefinition { IsExtension: false } type when !types.TryAdd(type.Name.Value, type.Kind):
                    Say(definition, $"There can be only one type named \"{type.Name}\".");
                    break;
                case DirectiveDefinition directive when !directives.Add(directive.Name.Value):
                    Say(definition, $"There can be only one directive named \"@{directive.Name}\".");
                    break;
            }
        }

        foreach (var extension in document.Definitions.OfType<TypeDefinition>().Where(d => d.IsExtension))
        {
            if (!types.TryGetValue(extension.Name.Value, out var kind)) Say(extension, $"Cannot extend type \"{extension.Name}\" because it is not defined.");
            else if (kind != extension.Kind) Say(extension, $"Cannot extend non-{extension.Kind} type \"{extension.Name}\".");
        }

        UniqueMembers.Check(document, Say);

        void Say(Node node, string message)
        {
            var at = document.Locate(node);
            problems.Add($"{message} (line {at.Line}, column {at.Column})");
        }
    }
}
