namespace MentorCloud.GrainRuntime;

/// <summary>A name that stays when the type or method is renamed. Orleans puts it on the wire; here it is kept for it.</summary>
/// <param name="alias">Unique among types, or among the methods of one interface.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method)]
public sealed class AliasAttribute(string alias) : Attribute
{
    /// <summary>The lasting name.</summary>
    public string Alias { get; } = alias;
}
