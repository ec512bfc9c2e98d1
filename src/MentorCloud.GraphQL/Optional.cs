namespace MentorCloud.GraphQL;

/// <summary>Tells "not sent" from "sent as null": take arguments and input fields as <c>Optional&lt;T&gt;</c> where the difference matters.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">What was sent; the type's default when nothing was.</param>
public readonly record struct Optional<T>(T? Value)
{
    private readonly bool _sent = true;

    /// <summary>True when the request held the value, null included.</summary>
    public bool IsSent => _sent;
}
