namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>
/// What inputs of type String and Int are: names of things, which have rows in the matrix like ids, numbers inside a thing that an
/// id beside them names, or no names at all. One that is none of the three fails a test.
/// </summary>
internal static class PlainNames
{
    /// <summary>Inputs that name a thing of a tenant, each with the kind of thing in <see cref="Things"/>.</summary>
    public static IReadOnlyDictionary<string, string> OfThings { get; } = new Dictionary<string, string>
    {
        ["AccountEndSessionsInput.session"] = "Session",
        ["ClientInput.client"] = "Client",
        ["EmailDomainInput.domain"] = "Domain",
        ["TaxonomyRetireInput.names"] = "Experience",
        ["TenantEndBreakGlassInput.number"] = "BreakGlass",
        ["AuditFilterInput.actor"] = "AuditActor",
        ["AuditFilterInput.subject"] = "AuditSubject",
        ["AccountFilterInput.search"] = "Email",
    };

    /// <summary>Numbers and titles that count in one pairing, cohort or rotation; its id stands beside them and has rows.</summary>
    public static IReadOnlySet<string> InsideThings { get; } = new HashSet<string>
    {
        "CohortDecideWeightsInput.proposal", "RotationBeginStageInput.stage", "RotationLeaveInput.lastStage", "RotationPlanInput.stages",
        "PairingDraftContractInput.version", "PairingSignContractInput.version", "PairingRateSessionInput.checkIn", "PairingMeetMilestoneInput.title", "PairingMeetMilestoneInput.evidence",
        "PairingCallOffMeetingInput.number", "PairingNoteSmallWinInput.title", "PairingNoteSmallWinInput.smallWin", "PairingAcknowledgeEscalationInput.number",
        "PairingResolveEscalationInput.number", "PairingWriteEntryInput.checkIn", "PairingMoveEntryInput.number", "PairingShareEntryInput.number",
        "PairingCloseReview360Input.number", "PairingChooseHandoverInput.entries", "PairingRate360Input.number", "Pairing.growthNarrative.leaveOut",
    };

    /// <summary>Platform operators name tenants by their slugs; to everybody else the field answers FORBIDDEN, whatever is named.</summary>
    public static IReadOnlySet<string> OfOperators { get; } = new HashSet<string> { "BreakGlassOpenInput.slug" };

    /// <summary>Mutations that make what they name the caller's own, if nobody has proved it: afterwards it is no foreign thing any more.</summary>
    public static IReadOnlySet<string> MakesOnesOwn { get; } = new HashSet<string> { "Mutation.emailDomainClaim" };

    /// <summary>Names of inputs that hold words, amounts or settings, in whichever input they stand; cursors have a test of their own.</summary>
    public static IReadOnlySet<string> Words { get; } = new HashSet<string>
    {
        "idempotencyKey", "first", "last", "after", "before", "action", "search", "reason", "minutes", "name", "skillsCsv", "workStylesCsv", "anchorsCsv",
        "csv", "outcomes", "targetPopulation", "sponsor", "months", "timeZone", "cadenceDays", "escalationDays", "leastRaters", "pulseWeeks",
        "stalledAfterChecks", "smallestGroup", "candidates", "requestDays", "prompts", "confidentialityProtocol", "title", "address", "days", "notes",
        "email", "displayName", "scopes", "redirectUris", "postLogoutRedirectUris", "keySet", "issuer", "clientId", "secret", "groupClaim", "group",
        "mentorRole", "confidentialityNorms", "feedbackChannels", "escalationPath", "statement", "measure", "target", "successCriteria", "smallWins",
        "mentorHoursPerMonth", "feedbackKinds", "topicsOutOfScope", "note", "score", "scores", "subject", "resolution", "topic", "competencies",
        "field", "text", "competency", "most", "count",
    };
}
