namespace MentorCloud.Domain.Access;

/// <summary>Whether an operation changes anything.</summary>
public enum AccessMode
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>Changes something; refused while the tenant is suspended.</summary>
    Write,
}
