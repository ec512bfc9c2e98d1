using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Logins;

/// <summary>The payload of the same name.</summary>
internal sealed record LoginSettingsPayload(LoginSettings? Settings, IReadOnlyList<UserError> UserErrors);
