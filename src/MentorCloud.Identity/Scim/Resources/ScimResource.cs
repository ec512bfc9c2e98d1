using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>A resource as it is answered.</summary>
/// <param name="Body">All of it.</param>
/// <param name="Version">Its version, a weak entity tag.</param>
/// <param name="Location">Its address.</param>
internal sealed record ScimResource(JsonObject Body, string Version, string Location);
