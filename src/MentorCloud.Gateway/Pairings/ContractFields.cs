using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Fields of <c>Contract</c>.</summary>
internal static class ContractFields
{
    public static int Version(ContractVersion parent) => parent.Number;
}
