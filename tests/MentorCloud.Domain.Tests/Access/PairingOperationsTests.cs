using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Tests.Access;

public sealed class PairingOperationsTests
{
    public static TheoryData<string> Commands =>
        [.. typeof(PairingCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairingCommand))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_of_a_pairing_is_a_writing_operation_that_no_client_may(string command)
    {
        var rule = Policy.Find($"Pairing.{command}");
        Assert.Equal((AccessMode.Write, Scope.None), (rule!.Mode, rule.Scopes));
    }
}
