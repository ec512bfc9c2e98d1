using Azure;
using Azure.Identity;
using MentorCloud.App.Hosting;
using MentorCloud.Cluster.Transfer;

namespace MentorCloud.Cluster.Failures;

/// <summary>Why a silo did not start, in one line with an exit code.</summary>
internal static class SiloFailures
{
    /// <summary>Explains what only this edition knows; null for others.</summary>
    public static StartFailure? Explain(Exception exception) => exception switch
    {
        SilosRunningException => new(ExitCodes.FolderInUse, exception.Message),
        OrleansConfigurationException => new(ExitCodes.Configuration, exception.Message),
        AuthenticationFailedException => new(
            ExitCodes.FolderUnwritable, "Azure did not accept this process's identity; look at its managed identity or AZURE_* variables."),
        RequestFailedException { Status: 401 or 403 } => new(
            ExitCodes.FolderUnwritable, "Azure Storage refuses access; look at the key or the role (Storage Table Data Contributor)."),
        RequestFailedException failed => new(
            ExitCodes.FolderUnwritable, $"Azure Storage cannot be used: {failed.ErrorCode ?? "it was not reached"}; look at MentorCloud:Cluster:Storage or StorageUri."),
        AggregateException { InnerExceptions: [RequestFailedException inner, ..] } => Explain(inner),
        _ => null,
    };
}
