namespace MentorCloud.App.Hosting;

/// <summary>Why the program could not start: one line for the operator, and a code for scripts.</summary>
/// <param name="ExitCode">From <see cref="ExitCodes"/>.</param>
/// <param name="Line">What is wrong and what to do.</param>
public sealed record StartFailure(int ExitCode, string Line);
