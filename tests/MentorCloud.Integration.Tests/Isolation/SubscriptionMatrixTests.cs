using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.GraphQL.Subscriptions;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Every subscription for everybody who can listen.</summary>
[Collection(MatrixCollection.Name)]
public sealed class SubscriptionMatrixTests(MatrixFixture matrix)
{
    private readonly MatrixReport report = new();

    private EventHub<ChangeTopic, Change> Hub => matrix.Server.Services.GetRequiredService<EventHub<ChangeTopic, Change>>();

    [Fact]
    public async Task Subscriptions_open_as_the_table_says_and_only_on_things_of_ones_own()
    {
        var own = matrix.Own.Things;
        foreach (var call in matrix.Cases.Where(call => call.Field.Parent == "Subscription").OrderByDescending(IsFromNowOn))
        {
            var operation = FieldRights.OperationOf("Subscription", call.Field.Name)!;
            foreach (var actor in matrix.Actors)
            {
                var expected = FieldRights.Allows(operation, actor.Actor) ? null : actor.Name == "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN";
                var seen = await OpenAsync(call, actor, own);
                var right = actor.IsOutsider && expected is null ? seen == "NOT_FOUND" : seen == expected;
                report.Add("subscriptions", call.Name, actor.Name, right, seen ?? "opened");

                var (foreign, unknown) = (await OpenAsync(call, actor, matrix.Other.Things), await OpenAsync(call, actor, matrix.Other.Things.Unknown()));
                report.Add("foreign subscriptions", call.Name, actor.Name, foreign == unknown && foreign is not null, foreign ?? "opened");
            }
        }

        report.Check();
    }

    /// <summary>Whether it tells what happens from now on, of all things or some; the others tell at once how one thing stands. They come first.</summary>
    private static bool IsFromNowOn(MatrixCase call) => call.Field.Arguments.All(argument => !argument.IsRequired);

    /// <summary>The code with which it ends at once; null when it gives data or waits for changes.</summary>
    private async Task<string?> OpenAsync(MatrixCase call, MatrixActor actor, Things things)
    {
        var (document, variables) = call.Build("none", matrix.Own.Things, (_, kind) => things[kind]);
        if (!IsFromNowOn(call))
        {
            using var told = await actor.Client.SubscribeAsync(document, variables);
            return await told.CodeOrNullAsync();
        }

        await Poll.UntilAsync("nobody to listen", HostProgram.Bound, () => Task.FromResult(Hub.TopicCount == 0 ? "quiet" : null));
        using var reader = await actor.Client.SubscribeAsync(document, variables);
        var first = reader.CodeOrNullAsync();
        await Poll.UntilAsync("a refusal or a listener", HostProgram.Bound, () => Task.FromResult(first.IsCompleted || Hub.TopicCount > 0 ? "seen" : null));
        return first.IsCompleted ? await first : null;
    }
}
