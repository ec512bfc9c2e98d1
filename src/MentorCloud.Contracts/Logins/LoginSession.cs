namespace MentorCloud.Contracts.Logins;

/// <summary>A browser that somebody is logged in with.</summary>
/// <param name="Id">Names the session; not the cookie's secret.</param>
/// <param name="Methods">How the person proved who they are, as RFC 8176 names it: <c>pwd</c>, <c>otp</c>, <c>hwk</c>; <c>fed</c> for the company's login.</param>
/// <param name="Source">Where from: an IPv4 address, or the first 64 bits of an IPv6 address in hexadecimal.</param>
/// <param name="Browser">What the browser calls itself, at most 200 characters.</param>
/// <param name="StartedAt">Since when, UTC.</param>
/// <param name="LastSeenAt">Its last request, to the minute, UTC.</param>
public sealed record LoginSession(string Id, string Methods, string Source, string Browser, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);
