using System.Text.Json.Serialization.Metadata;
using System.Text.Json.Serialization;
using System.Text.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Contracts.Json;

/// <summary>How our records are written as JSON, in grain state, in the outbox, in the feed and between silos.</summary>
public static class ContractsJson
{
    /// <summary>Camel case, ids in compact form, enums by name, facts and view rows with their type's name as <c>$type</c>.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameSubtypes, MakeActors, LeaveOutReckoned } },
        };
        options.Converters.Add(new EntityIdConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Actors are made by what they are, never from parts; read back, nobody's is filled in.</summary>
    private static void MakeActors(JsonTypeInfo type)
    {
        if (type.Type == typeof(Actor))
        {
            type.CreateObject = static () => Actor.Anonymous with { };
        }
    }

    /// <summary>What a record reckons from its other parts is not written: <see cref="JsonSerializerOptions.IgnoreReadOnlyProperties"/> spares lists.</summary>
    private static void LeaveOutReckoned(JsonTypeInfo type)
    {
        foreach (var reckoned in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(reckoned);
        }
    }

    /// <summary>Facts, rows and commands are written by their type's name: short, stable, and found in the domain's assembly alone.</summary>
    private static void NameSubtypes(JsonTypeInfo type)
    {
        if (type.Type != typeof(Fact) && type.Type != typeof(ViewRow) && type.Type != typeof(PairingCommand))
        {
            return;
        }

        var options = new JsonPolymorphismOptions { UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var subtype in type.Type.Assembly.GetTypes().Where(each => each.IsSubclassOf(type.Type)))
        {
            options.DerivedTypes.Add(new JsonDerivedType(subtype, subtype.Name));
        }

        type.PolymorphismOptions = options;
    }
}
