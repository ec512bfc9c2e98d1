using System.Net.Sockets;
using System.Security.Cryptography;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Store;
using MentorCloud.Storage.Failures;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MentorCloud.App.Hosting;

/// <summary>Explains what stopped the program, in one line with an exit code.</summary>
internal static class StartFailures
{
    /// <summary>Looks through the exception and its causes for the first that is known.</summary>
    public static StartFailure Explain(Exception exception, IEdition edition)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if ((Known(cause) ?? edition.Explain(cause)) is { } known)
            {
                return known;
            }
        }

        return new StartFailure(ExitCodes.Failed, $"{exception.GetType().Name}: {exception.Message}");
    }

    private static StartFailure? Known(Exception exception) => exception switch
    {
        OperatorException refused => new(refused.ExitCode, refused.Message),
        OptionsValidationException invalid => new(ExitCodes.Configuration, string.Join(" ", invalid.Failures)),
        SchemaTooNewException or AccountsStoreException { Fault: AccountsStoreFault.Newer } => new(ExitCodes.DataTooNew, exception.Message),
        DatabaseDamagedException or AccountsStoreException { Fault: AccountsStoreFault.Corrupt } => new(ExitCodes.DataCorrupt, exception.Message),
        StorageUnwritableException or StorageUnreachableException or AccountsStoreException => new(ExitCodes.FolderUnwritable, exception.Message),
        RefusedException refused => new(ExitCodes.InputInvalid, $"{refused.Refusal.Message} ({refused.Refusal.Code})"),
        AuthenticationTagMismatchException => new(
            ExitCodes.MasterKey, "The master key is not the one that this data folder's keys are wrapped with. Name the right one by --master-key; nothing was changed."),
        MasterKeyException => new(ExitCodes.MasterKey, exception.Message),
        AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => new(
            ExitCodes.PortInUse, "The port is in use; stop the other program or choose another address with --url."),
        UnauthorizedAccessException => new(ExitCodes.FolderUnwritable, exception.Message),
        _ => null,
    };
}
