using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Filters;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Patching;

/// <summary>Applies patches to what a directory says of a resource (RFC 7644, section 3.5.2), all of one or nothing.</summary>
internal static class Patch
{
    /// <summary>A new document; the given one stays as it is.</summary>
    /// <exception cref="ScimRefusedException">noTarget, mutability, invalidPath, invalidValue.</exception>
    public static JsonObject Apply(JsonObject document, IReadOnlyList<PatchOperation> operations, ResourceKind kind)
    {
        var changed = (JsonObject)document.DeepClone();
        foreach (var operation in operations)
        {
            if (operation.Path is { } path)
            {
                At(changed, operation, path, kind);
            }
            else
            {
                Whole(changed, operation, kind);
            }
        }

        return ScimDocument.Finish(changed, kind);
    }

    /// <summary>Without a path the value names the attributes. What no schema has, or MentorCloud alone sets, is passed over: Okta sends the id along.</summary>
    private static void Whole(JsonObject document, PatchOperation operation, ResourceKind kind)
    {
        if (operation.Kind == PatchKind.Remove)
        {
            throw new ScimRefusedException(ScimRefusal.NoTarget("path", "Say with path what to remove."));
        }

        if (operation.Value is not { ValueKind: JsonValueKind.Object } values)
        {
            throw new ScimRefusedException(ScimRefusal.Value("value", "Without a path, value must be an object."));
        }

        foreach (var property in values.EnumerateObject())
        {
            if (AttributePath.TryRead(property.Name, out var path) && kind.Resolve(path) is { } target && !IsReadOnly(target))
            {
                Attribute(document, new PatchOperation(operation.Kind, null, property.Value), target, path.ToString());
            }
        }
    }

    private static void At(JsonObject document, PatchOperation operation, PatchPath path, ResourceKind kind)
    {
        if (kind.PassesOver(path.Path))
        {
            return;
        }

        var target = kind.Resolve(path.Path) ?? throw new ScimRefusedException(ScimRefusal.Path("path", $"A {kind.Name} has no attribute {path.Path}."));
        if (IsReadOnly(target))
        {
            throw new ScimRefusedException(ScimRefusal.ReadOnly(path.Path.ToString()));
        }

        if (operation is { Kind: not PatchKind.Remove, Value: null })
        {
            throw new ScimRefusedException(ScimRefusal.Value("value", "The operation has no value."));
        }

        if (path.Filter is { } filter)
        {
            PatchElements.Apply(document, operation, target, filter, path.Path.ToString());
        }
        else
        {
            Attribute(document, operation, target, path.Path.ToString());
        }
    }

    private static bool IsReadOnly(AttributeTarget target) => target.Attribute is { IsReadOnly: true } || target.Part is { IsReadOnly: true };

    private static void Attribute(JsonObject document, PatchOperation operation, AttributeTarget target, string field)
    {
        if (target.Attribute is not { } attribute)
        {
            Extension(document, operation, target.Extension!, field);
        }
        else if (attribute.IsMany)
        {
            PatchElements.ApplyToAll(document, operation, target, field);
        }
        else if (operation.Kind == PatchKind.Remove)
        {
            var holder = ScimDocument.Holder(document, target.Extension);
            (target.Part is null ? holder : holder[attribute.Name] as JsonObject)?.Remove((target.Part ?? attribute).Name);
        }
        else if (target.Part is null && attribute.Type == ScimType.Complex && operation.Value is { ValueKind: JsonValueKind.Object } parts)
        {
            foreach (var part in attribute.Parts)
            {
                if (ScimBody.Member(parts, part.Name) is { } given)
                {
                    ScimDocument.Set(document, target with { Part = part }, given, $"{field}.{part.Name}");
                }
            }
        }
        else
        {
            ScimDocument.Set(document, target, operation.Value!.Value, field);
        }
    }

    private static void Extension(JsonObject document, PatchOperation operation, ScimSchema extension, string field)
    {
        if (operation.Kind == PatchKind.Remove)
        {
            document.Remove(extension.Id);
        }
        else if (operation.Value is { ValueKind: JsonValueKind.Object } values)
        {
            foreach (var attribute in extension.Attributes)
            {
                if (ScimBody.Member(values, attribute.Name) is { } given)
                {
                    Attribute(document, operation with { Value = given }, new AttributeTarget(extension, attribute, null), $"{field}:{attribute.Name}");
                }
            }
        }
        else
        {
            throw new ScimRefusedException(ScimRefusal.Value(field, $"{field} must be an object."));
        }
    }
}
