using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants.BreakGlass;

/// <summary>A platform operator opened access to the tenant's program.</summary>
/// <param name="Number">The access.</param>
/// <param name="Operator">The operator's account.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpiresAt">When it ends by itself, UTC.</param>
public sealed record BreakGlassOpened(int Number, AccountId Operator, string Reason, DateTimeOffset ExpiresAt) : Fact;
