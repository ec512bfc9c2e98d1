using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Mutations;

/// <summary>
/// Runs a mutation: refusals become the payload's <c>userErrors</c>, except for those about who is calling, which are
/// errors of the request.
/// </summary>
internal static class Attempt
{
    public static async Task<(TValue? Value, IReadOnlyList<UserError> Errors)> RunAsync<TValue>(Func<Task<Reply<TValue>>> mutation)
        where TValue : class
    {
        try
        {
            var reply = await mutation();
            return (reply.Value, reply.Refusal is null ? [] : [UserError.Of(reply.Refusal)]);
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is not (RefusalKind.Unauthenticated or RefusalKind.Forbidden))
        {
            return (null, [UserError.Of(refused.Refusal)]);
        }
    }
}
