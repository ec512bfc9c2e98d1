using MentorCloud.Domain.Refusals;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.App.Hosting;

/// <summary>Refusals of endpoints that do not speak GraphQL: code, message and field as JSON, with the status that fits.</summary>
internal static class RefusalResults
{
    public static IResult Of(Refusal refusal) => Results.Json(
        new { refusal.Code, refusal.Message, refusal.Field },
        statusCode: refusal.Kind switch
        {
            RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Exhausted => StatusCodes.Status413PayloadTooLarge,
            RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        });
}
