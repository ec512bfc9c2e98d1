namespace MentorCloud.GraphQL.Scalars;

/// <summary>How a scalar type's values are read from requests and written to responses. Derive from <see cref="Scalar{T}"/>.</summary>
public abstract class Scalar
{
    private protected Scalar()
    {
    }

    /// <summary>The CLR type that resolvers give and take.</summary>
    public abstract Type ClrType { get; }

    /// <summary>Reads a value; throws <see cref="FormatException"/> with a sentence for the caller when it does not fit.</summary>
    internal abstract object? ParseBoxed(ScalarInput input);

    internal abstract void WriteBoxed(object value, JsonOutput output);
}

/// <summary>Base of custom scalars.</summary>
/// <typeparam name="T">The CLR type that resolvers give and take.</typeparam>
public abstract class Scalar<T> : Scalar
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override Type ClrType => typeof(T);

    /// <summary>Reads a value from a variable or a literal; never called with null.</summary>
    /// <param name="input">What the request holds.</param>
    /// <exception cref="FormatException">It does not fit; the message goes to the caller.</exception>
    public abstract T Parse(ScalarInput input);

    /// <summary>Writes a value; exactly one JSON value.</summary>
    /// <param name="value">What the resolver gave.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="FormatException">The value cannot be written; the message goes to the caller.</exception>
    public abstract void Write(T value, JsonOutput output);

    internal sealed override object? ParseBoxed(ScalarInput input) => Parse(input);

    internal sealed override void WriteBoxed(object value, JsonOutput output)
    {
        if (value is T typed) Write(typed, output);
        else throw new FormatException($"cannot represent value of type {value.GetType().Name}");
    }
}
