namespace MentorCloud.GrainRuntime;

/// <summary>Names one stored record.</summary>
/// <param name="GrainType">The stored name of the grain class, such as <c>pairing</c>.</param>
/// <param name="Key">The grain's key, <c>{tenant}/{id}</c>.</param>
/// <param name="StateName">The record's name within the grain class.</param>
public readonly record struct GrainStateKey(string GrainType, string Key, string StateName)
{
    /// <summary><c>type/key#state</c>.</summary>
    public override string ToString() => $"{GrainType}/{Key}#{StateName}";
}
