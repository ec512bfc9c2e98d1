namespace MentorCloud.GrainRuntime;

/// <summary>A failure of the grain runtime or its store, with a code that tells kinds apart.</summary>
public class GrainRuntimeException : Exception
{
    /// <summary>A failure of the kind that the code names.</summary>
    /// <param name="code">One of <see cref="GrainErrorCodes"/>.</param>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public GrainRuntimeException(string code, string message, Exception? innerException = null) : base(message, innerException) => Code = code;

    /// <summary>One of <see cref="GrainErrorCodes"/>.</summary>
    public string Code { get; }
}
