using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.MainJob;

/// <summary>The two people's side of the main job: contract, signatures, first check-in, each step by whose it is.</summary>
internal sealed class PairByThemselves(GraphQLClient mentor, GraphQLClient mentee, string pairing)
{
    private const string State = "pairing { stage contract { version status mentorSignedAt menteeSignedAt } }";

    private static readonly object Terms = new
    {
        mentorRole = "Challenges and opens doors",
        objectives = new[] { new { statement = "Lead a terminal project", measure = "Review by the sponsor", target = "Delivered on time" } },
        cadenceDays = 14,
        milestones = new[] { new { title = "First visible step", successCriteria = "Debriefed together" } },
        confidentialityNorms = "What is said here stays here",
        feedbackChannels = new[] { "In the session" },
        escalationPath = "The program manager",
        boundaries = new { mentorHoursPerMonth = 2, feedbackKinds = new[] { "Observed behaviour" }, topicsOutOfScope = new[] { "Pay" } },
    };

    /// <summary>The mentor drafts, the mentee proposes, both sign.</summary>
    public async Task SignAsync()
    {
        var drafted = await mentor.MutateAsync("pairingDraftContract", State, new { idempotencyKey = "draft", pairing, terms = Terms });
        Assert.Equal("DRAFT", ContractOf(drafted).GetProperty("status").GetString());
        var proposed = await mentee.MutateAsync("pairingProposeContract", State, new { idempotencyKey = "propose", pairing });
        Assert.Equal("PROPOSED", ContractOf(proposed).GetProperty("status").GetString());
        var version = ContractOf(proposed).GetProperty("version").GetInt32();

        var half = await mentor.MutateAsync("pairingSignContract", State, new { idempotencyKey = "sign", pairing, version });
        Assert.Equal("CONTRACTING", half.GetProperty("pairing").GetProperty("stage").GetString());
        Assert.Equal(JsonValueKind.Null, ContractOf(half).GetProperty("menteeSignedAt").ValueKind);
        var whole = await mentee.MutateAsync("pairingSignContract", State, new { idempotencyKey = "sign", pairing, version });
        Assert.Equal("ACTIVE", whole.GetProperty("pairing").GetProperty("stage").GetString());
        Assert.Equal("ACTIVE", ContractOf(whole).GetProperty("status").GetString());
    }

    /// <summary>The mentor logs the first check-in with a note for the pair.</summary>
    public async Task CheckInAsync(string note)
    {
        var heldAt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var logged = await mentor.MutateAsync(
            "pairingLogCheckIn", "pairing { checkInsDone }", new { idempotencyKey = "check-in", pairing, heldAt, minutes = 40, note, noteVisibility = "PAIR" });
        Assert.Equal(1, logged.GetProperty("pairing").GetProperty("checkInsDone").GetInt32());
    }

    private static JsonElement ContractOf(JsonElement payload) => payload.GetProperty("pairing").GetProperty("contract");
}
