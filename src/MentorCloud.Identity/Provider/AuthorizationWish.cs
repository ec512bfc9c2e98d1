using MentorCloud.Identity.Sessions;

namespace MentorCloud.Identity.Provider;

/// <summary>A program's wish that can be granted: its person is logged in as it wants.</summary>
/// <param name="Request">What it wants.</param>
/// <param name="Session">The person's session.</param>
/// <param name="RequestUri">The deposit that it came by, to be used up with the answer; null when it came in the address.</param>
internal sealed record AuthorizationWish(AuthorizationRequest Request, Session Session, string? RequestUri);
