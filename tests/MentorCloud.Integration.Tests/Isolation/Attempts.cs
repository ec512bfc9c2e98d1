using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Everything that a caller can try with ids that are not of their tenant.</summary>
internal static class Attempts
{
    private static readonly object Design = new { name = "Taken over" };

    /// <summary>Reads by id: each kind as a node and by its own field.</summary>
    public static IReadOnlyList<Attempt> Reads { get; } =
    [
        Node(things => things.Tenant, "... on Tenant { name slug framework { name } }"),
        Node(things => things.Cohort, "... on Cohort { name menteeCount }"),
        Node(things => things.Round, "... on Round { status totalScore }"),
        Node(things => things.Pairing, "... on Pairing { stage score }"),
        Node(things => things.Mentor, "... on Participant { name title }"),
        Node(things => things.Rotation, "... on Rotation { status gap }"),
        Read("rotation", things => things.Rotation, "status stages { number round { id } }"),
        Read("cohort", things => things.Cohort, "name mentorCount design { sponsor }"),
        Read("round", things => things.Round, "status pairCount proposals { nodes { score } } unmatched { nodes { detail } }"),
        Read("pairing", things => things.Pairing, "stage mentor { name } checkIns { notes { text } } contract { terms { mentorRole } }"),
        Read("participant", things => things.Mentee, "name externalId intake { goals }"),
        new("query($round: ID!, $mentor: ID!, $mentee: ID!) { round(id: $round) { explainPair(mentor: $mentor, mentee: $mentee) { score } explainUnmatched(mentee: $mentee) { detail } } }", (things, _) => new { round = things.Round, mentor = things.Mentor, mentee = things.Mentee }),
        new("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", (things, _) => new { ids = new[] { things.Tenant, things.Cohort, things.Round, things.Pairing, things.Mentee } }),
    ];

    /// <summary>Lists narrowed to somebody else's things.</summary>
    public static IReadOnlyList<Attempt> Lists { get; } =
    [
        new("query($id: ID!) { pairings(filter: { cohort: $id }) { totalCount nodes { id } } }", (things, _) => new { id = things.Cohort }),
        new("query($id: ID!) { pairings(filter: { participant: $id }) { totalCount nodes { id } } }", (things, _) => new { id = things.Mentor }),
        new("query($id: ID!) { matchRequests(filter: { cohort: $id }) { totalCount nodes { id } } cohort(id: $id) { candidates { score } rotation { id } weightVersions { version } } }", (things, _) => new { id = things.Cohort }),
        new("query($id: ID!) { participants(filter: { cohort: $id }) { totalCount nodes { name } } }", (things, _) => new { id = things.Cohort }),
    ];

    /// <summary>Mutations on somebody else's things.</summary>
    public static IReadOnlyList<Attempt> Mutations { get; } =
    [
        Change("cohortRevise", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, design = Design }),
        Change("cohortOpen", (things, key) => new { idempotencyKey = key, cohort = things.Cohort }),
        Change("cohortClose", (things, key) => new { idempotencyKey = key, cohort = things.Cohort }),
        Change("cohortEnrol", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, participants = new[] { things.Mentee } }),
        Change("rosterImport", (things, key) => new { idempotencyKey = key, csv = Roster(key), cohort = things.Cohort }),
        Change("roundStart", (things, key) => new { idempotencyKey = key, cohort = things.Cohort }),
        Change("roundResolve", (things, key) => new { idempotencyKey = key, round = things.Round }),
        Change("roundPick", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, pairs = new[] { new { mentor = things.Mentor, mentee = things.Mentee } } }),
        Change("roundEdit", (things, key) => new { idempotencyKey = key, round = things.Round, edits = new[] { new { unassign = new { mentor = things.Mentor, mentee = things.Mentee } } } }),
        Change("roundCancel", (things, key) => new { idempotencyKey = key, round = things.Round }),
        Change("cohortPinPair", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, pair = new { mentor = things.Mentor, mentee = things.Mentee } }),
        Change("cohortVetoPair", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, pair = new { mentor = things.Mentor, mentee = things.Mentee } }),
        Change("cohortFreePair", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, pair = new { mentor = things.Mentor, mentee = things.Mentee } }),
        Change("cohortProposeWeights", (things, key) => new { idempotencyKey = key, cohort = things.Cohort }),
        Change("cohortDecideWeights", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, proposal = 1, approve = true }),
        Change("participantPrefer", (things, key) => new { idempotencyKey = key, participant = things.Mentee, ranked = new[] { things.Mentor } }),
        Change("matchRequestSend", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, to = things.Mentor }),
        Change("rotationReplan", (things, key) => new { idempotencyKey = key, rotation = things.Rotation }),
        Change("rotationBeginStage", (things, key) => new { idempotencyKey = key, rotation = things.Rotation, stage = 1 }),
        Change("rotationPlan", (things, key) => new { idempotencyKey = key, cohort = things.Cohort, stages = 2 }),
        Change("roundPublish", (things, key) => new { idempotencyKey = key, round = things.Round }),
        Change("roundDiscard", (things, key) => new { idempotencyKey = key, round = things.Round }),
        Change("pairingDraftContract", (things, key) => new { idempotencyKey = key, pairing = things.Pairing, terms = new { mentorRole = "Any" } }),
        Change("pairingProposeContract", (things, key) => new { idempotencyKey = key, pairing = things.Pairing }),
        Change("pairingWithdrawContract", (things, key) => new { idempotencyKey = key, pairing = things.Pairing }),
        Change("pairingSignContract", (things, key) => new { idempotencyKey = key, pairing = things.Pairing, version = 1 }),
        Change("pairingLogCheckIn", (things, key) => new { idempotencyKey = key, pairing = things.Pairing, heldAt = "2026-01-05T09:00:00Z", minutes = 30 }),
        Change("pairingExcuseCheckIn", (things, key) => new { idempotencyKey = key, pairing = things.Pairing, reason = "Any" }),
    ];

    /// <summary>Everything on somebody else's match request.</summary>
    public static IReadOnlyList<Attempt> OnMatchRequests { get; } =
    [
        Node(things => things.MatchRequest, "... on MatchRequest { status mentee { name } }"),
        Read("matchRequest", things => things.MatchRequest, "status expiresAt mentor { name }"),
        Change("matchRequestAccept", (things, key) => new { idempotencyKey = key, matchRequest = things.MatchRequest }),
        Change("matchRequestDecline", (things, key) => new { idempotencyKey = key, matchRequest = things.MatchRequest }),
        Change("matchRequestWithdraw", (things, key) => new { idempotencyKey = key, matchRequest = things.MatchRequest }),
    ];

    /// <summary>One right row; a person of its own in every attempt, so that nothing is unchanged.</summary>
    private static string Roster(string key) => $"""
        external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        ISO-{key},mentor,Any,,,Any,Any,Etc/UTC,4,1

        """;

    private static Attempt Node(Func<TenantThings, string> id, string selection) =>
        new($"query($id: ID!) {{ node(id: $id) {{ id {selection} }} }}", (things, _) => new { id = id(things) });

    private static Attempt Read(string field, Func<TenantThings, string> id, string selection) =>
        new($"query($id: ID!) {{ {field}(id: $id) {{ {selection} }} }}", (things, _) => new { id = id(things) });

    private static Attempt Change(string field, Func<TenantThings, string, object> input) =>
        new(GraphQLClient.MutationOf(field, string.Empty), (things, key) => new { input = input(things, key) });
}
