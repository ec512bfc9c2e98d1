namespace MentorCloud.Identity.Login;

/// <summary>Who tries to log in as whom.</summary>
/// <param name="Account">Tenant and address, existing or not; null when the attempt names none and is counted by its source alone.</param>
/// <param name="Source">Where the request comes from: the address, of IPv6 the first 64 bits.</param>
/// <param name="Device">The browser's proof that this account logged in with it before; null when it has none.</param>
internal sealed record LoginAttempt(string? Account, string Source, string? Device);
