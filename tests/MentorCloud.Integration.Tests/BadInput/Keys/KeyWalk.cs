using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>
/// Carries out mutations, each three times under one key: the second time it answers the same and does nothing, and the third
/// time, with another input or as another mutation on the same thing, it is refused.
/// </summary>
internal sealed class KeyWalk
{
    /// <summary>What an answer says of its thing: enough to see whether something was done twice. Nothing that goes on by itself meanwhile.</summary>
    private static readonly Dictionary<string, string> Selections = new()
    {
        ["pairing"] = """
            pairing {
              id stage outcome endsAt checkInsDone checkInsMissed nextCheckInDue contract { version status mentorSignedAt menteeSignedAt }
              contracts { version status } checkIns { number status minutes excuse notes { text } } dutyTallies { kind last done missed excused }
              pause { since resumesAt reason } meetings { number startsAt } termProposal { by choice months } milestones { title smallWins metAt evidence }
              hours { month minutes } escalations { number subject acknowledgedBy resolution } reassignment { by answer } entries(first: 50) { totalCount nodes { number status visibility texts { field text } } }
              autonomy { stage asked } mentoringRatings { score } growth { competency latest assessments } openReview360 { number answered } handover
            }
            """,
        ["pairingWriteEntry"] = "entry { number texts { text } } pairing { entries(first: 50) { totalCount } }",
        ["pairingRate360"] = "taken",
        ["cohort"] = "cohort { id name phase mentorCount menteeCount design { months numbers { pulseWeeks } } pins { reason } vetoes { reason } weightProposal { number status } }",
        ["cohortEvent"] = "event { id title isCancelled notes invitations { totalCount nodes { status } } }",
        ["cohortLogSession"] = "pairings { id checkInsDone }",
        ["tenant"] = "tenant { retentionDays delegations { account } breakGlassAccesses { number endedAt } }",
        ["breakGlass"] = "access { number expiresAt }",
        ["framework"] = "read imported tenant { framework { name version } }",
        ["roster"] = "read imported unchanged skipped problems { line }",
        ["participant"] = "participant { id load departedAt }",
        ["participantErase"] = "erased",
        ["account"] = "account { id email roles status hasSecondFactor sessions { id } }",
        ["client"] = "client { clientId name revokedAt }",
        ["appClient"] = "client { clientId name revokedAt }",
        ["login"] = "settings { secondFactorRoles provider { issuer clientId changedAt } domains { domain recordText } directory { defaultRoles } }",
        ["directory"] = "settings { directory { defaultRoles } }",
        ["emailDomain"] = "settings { domains { domain recordText verifiedAt } }",
        ["taxonomy"] = "experiences { name category }",
        ["rotation"] = "rotation { id }",
        ["matchRequest"] = "matchRequest { id askedBy sentAt expiresAt }",
        ["round"] = "round { id }",
        ["cover"] = "cover { reason openedAt }",
    };

    private readonly HashSet<string> walked = [];
    private readonly List<string> wrong = [];
    private int keys;

    /// <summary>Mutations that were walked.</summary>
    public IReadOnlySet<string> Walked => walked;

    /// <summary>Takes sections one after the other, up to one that breaks, which is told with everything else that is wrong.</summary>
    public async Task InTurnAsync(params Func<Task>[] sections)
    {
        foreach (var section in sections)
        {
            try
            {
                await section();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                wrong.Add($"{section.Method.Name}: {exception.Message}");
                return;
            }
        }
    }

    /// <summary>Fails with everything that was wrong.</summary>
    public void Check() => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    /// <summary>Does one by a person's session.</summary>
    public Task<JsonElement> DoAsync(Person person, string mutation, object input, object? other = null, string? instead = null) =>
        DoAsync(document => person.SendAsync(document.Query, document.Variables), mutation, input, other, instead);

    /// <summary>Does one by a connection.</summary>
    public Task<JsonElement> DoAsync(GraphQLClient client, string mutation, object input, object? other = null, string? instead = null) =>
        DoAsync(document => client.SendAsync(document.Query, document.Variables), mutation, input, other, instead);

    /// <param name="send">Sends a document.</param>
    /// <param name="mutation">The mutation.</param>
    /// <param name="input">Its input without a key.</param>
    /// <param name="other">Fields of the input that are otherwise the third time.</param>
    /// <param name="instead">The other mutation with the same input, where the input only names a thing.</param>
    private async Task<JsonElement> DoAsync(
        Func<(string Query, object Variables), Task<GraphQLAnswer>> send, string mutation, object input, object? other, string? instead)
    {
        var key = $"walk-{++keys}-{mutation}";
        var first = await send(Document(mutation, With(input, null, key)));
        var payload = first.Data().GetProperty(mutation);
        Assert.True(payload.GetProperty("userErrors").GetArrayLength() == 0, $"{mutation}: {first.Body}");
        var second = await send(Document(mutation, With(input, null, key)));
        Check(first.Body == second.Body, $"{mutation} repeated:\n{first.Body}\n{second.Body}");
        var third = await send(Document(instead ?? mutation, With(input, other, key)));
        Check(third.ErrorCode is null && Codes(third.Data()).SequenceEqual(["IDEMPOTENCY_KEY_REUSED"]), $"{mutation} with another input: {third.Body}");
        walked.Add(mutation);
        return payload;
    }

    private void Check(bool right, string otherwise)
    {
        if (!right)
        {
            wrong.Add(otherwise);
        }
    }

    private static IEnumerable<string?> Codes(JsonElement data) => data.EnumerateObject().Single().Value
        .GetProperty("userErrors").EnumerateArray().Select(error => error.GetProperty("code").GetString());

    private static (string Query, object Variables) Document(string mutation, JsonObject input) =>
        (GraphQLClient.MutationOf(mutation, Selections[Selections.Keys.Where(name => mutation.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length)!]), new { input });

    private static JsonObject With(object input, object? other, string key)
    {
        var whole = JsonSerializer.SerializeToNode(input)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(other ?? new { })!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        whole["idempotencyKey"] = key;
        return whole;
    }
}
