using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Errors;

/// <summary>A refusal on the wire.</summary>
internal sealed record UserError(string Code, IReadOnlyList<string>? Field, string Message)
{
    public static UserError Of(Refusal refusal) => new(refusal.Code, refusal.Field?.Split('.'), refusal.Message);
}
