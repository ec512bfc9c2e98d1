using MentorCloud.GrainRuntime;
using MentorCloud.GraphQL;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Host;

/// <summary>Failures of the grain host that callers can act on: overload, stopping, a store that cannot write now.</summary>
internal sealed class GrainFailureMapper : IErrorMapper
{
    public GraphQLError? Map(Exception exception) => exception switch
    {
        GrainRuntimeException { Code: GrainErrorCodes.Overloaded or GrainErrorCodes.NotRunning } => new(
            "Too much is asked at once, or the server is about to stop; repeat in a moment with the same idempotency key.", ErrorCodes.ServiceBusy),
        GrainRuntimeException { Code: GrainErrorCodes.StorageUnavailable or GrainErrorCodes.StorageUncertain or GrainErrorCodes.StateConflict } => new(
            "The store cannot confirm the change now; repeat with the same idempotency key.", ErrorCodes.StorageUnavailable),
        TimeoutException => new("It took too long; repeat with the same idempotency key.", ErrorCodes.ServiceBusy),
        _ => null,
    };
}
