using Azure;
using MentorCloud.GraphQL;
using Orleans.Runtime.Messaging;
using Orleans.Storage;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Cluster.Failures;

/// <summary>Failures of silos and of Azure Storage that callers can act on.</summary>
internal sealed class ClusterFailureMapper : IErrorMapper
{
    /// <inheritdoc/>
    public GraphQLError? Map(Exception exception) => exception switch
    {
        InconsistentStateException or RequestFailedException => new(
            "The store cannot confirm the change now; repeat with the same idempotency key.", ErrorCodes.StorageUnavailable),
        LimitExceededException or GatewayTooBusyException or SiloUnavailableException or OrleansMessageRejectionException
            or ClientNotAvailableException or ConnectionFailedException => new(
            "Too much is asked at once, or a server is about to stop; repeat in a moment with the same idempotency key.", ErrorCodes.ServiceBusy),
        TimeoutException => new("It took too long; repeat with the same idempotency key.", ErrorCodes.ServiceBusy),
        _ => null,
    };
}
