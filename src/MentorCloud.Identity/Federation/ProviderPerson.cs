namespace MentorCloud.Identity.Federation;

/// <summary>Who a customer's provider says has logged in.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Its name for the person, never given to another.</param>
/// <param name="Email">The address; null when it named none.</param>
/// <param name="EmailVerified">What it says about the address; null when it says nothing.</param>
/// <param name="Name">The name to show; null when it named none.</param>
/// <param name="Groups">Values of the group claim.</param>
/// <param name="Methods">How the person proved who they are, as the provider tells it (<c>amr</c>).</param>
internal sealed record ProviderPerson(
    string Issuer, string Subject, string? Email, bool? EmailVerified, string? Name, IReadOnlyList<string> Groups, IReadOnlyList<string> Methods);
