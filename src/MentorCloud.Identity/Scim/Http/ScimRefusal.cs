using MentorCloud.Domain.Refusals;

namespace MentorCloud.Identity.Scim.Http;

/// <summary>A "no" in SCIM's form (RFC 7644, section 3.12), with our code and the field at fault besides.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A code of the catalogue.</param>
/// <param name="Detail">One sentence that a person can act on.</param>
/// <param name="ScimType">SCIM's own word for it; null where it has none.</param>
/// <param name="Field">The attribute or parameter at fault; null for none.</param>
internal sealed record ScimRefusal(int Status, string Code, string Detail, string? ScimType = null, string? Field = null)
{
    public static ScimRefusal NotFound { get; } = new(404, ErrorCodes.NotFound, "There is no such resource.");

    public static ScimRefusal Stale { get; } = new(412, ErrorCodes.VersionStale, "The resource has changed since this version; read it again.", null, "If-Match");

    public static ScimRefusal Value(string field, string detail) => new(400, ErrorCodes.InputInvalid, detail, "invalidValue", field);

    public static ScimRefusal Syntax(string detail, string? field = null) => new(400, ErrorCodes.InputInvalid, detail, "invalidSyntax", field);

    public static ScimRefusal Path(string field, string detail) => new(400, ErrorCodes.InputInvalid, detail, "invalidPath", field);

    public static ScimRefusal Filter(string detail) => new(400, ErrorCodes.InputInvalid, detail, "invalidFilter", "filter");

    public static ScimRefusal NoTarget(string field, string detail) => new(400, ErrorCodes.InputInvalid, detail, "noTarget", field);

    public static ScimRefusal ReadOnly(string field) => new(400, ErrorCodes.InputInvalid, $"{field} is set by MentorCloud alone.", "mutability", field);

    public static ScimRefusal Taken(string field) =>
        new(409, ErrorCodes.AlreadyExists, $"Another resource of this tenant has this {field}.", "uniqueness", field);

    public static ScimRefusal TooLarge(string detail) => new(413, ErrorCodes.FileTooLarge, detail, "tooLarge");

    /// <summary>A refusal of the domain.</summary>
    public static ScimRefusal Of(Refusal refusal) => new(
        refusal.Kind switch
        {
            RefusalKind.Unauthenticated => 401,
            RefusalKind.Forbidden => 403,
            RefusalKind.NotFound => 404,
            RefusalKind.Conflict => 409,
            RefusalKind.Exhausted => 413,
            RefusalKind.Unavailable => 503,
            _ => 400,
        },
        refusal.Code, refusal.Message, refusal.Kind == RefusalKind.Invalid ? "invalidValue" : null, refusal.Field);
}
