using MentorCloud.Domain.Refusals;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Errors;

/// <summary>Maps refusals that no payload carries to coded errors; what is no refusal stays a bug with an opaque id.</summary>
internal sealed class RefusalMapper : IErrorMapper
{
    public GraphQLError? Map(Exception exception) => exception is RefusedException { Refusal: var refusal }
        ? new GraphQLError(refusal.Message, refusal.Code)
        {
            Extensions = refusal.Field is null ? null : new Dictionary<string, object?> { ["field"] = refusal.Field },
        }
        : null;
}
