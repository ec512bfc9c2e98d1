using MentorCloud.Domain.Refusals;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.App.Hosting;

/// <summary>A refusal as the answer of an address that is not GraphQL: its code, its sentence, its field, and the fitting status.</summary>
internal static class RefusalAnswer
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
